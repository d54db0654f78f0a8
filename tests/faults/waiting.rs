//! Requests that fail, writes that wait, and how the program ends meanwhile.
