# Completions of ta-tui for bash. What can stand at the cursor the program itself says: whole lines, each of which
# takes the place of the word in $2, which bash ends at every colon and equals sign.
_ta_tui() {
    mapfile -t COMPREPLY < <(ta-tui __complete bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
    if [[ ${COMPREPLY[0]-} == / ]]; then
        COMPREPLY=()
        compopt -o default
    elif [[ ${COMPREPLY[0]-} == *[:=] ]]; then
        compopt -o nospace
    fi
}
complete -o nosort -F _ta_tui ta-tui
