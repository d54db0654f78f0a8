# Completions of ta-tui for fish. What can stand at the cursor the program itself says: lines of a word, a tab and what
# the word means.
function __ta_tui_complete
    set -l lines (ta-tui __complete fish (commandline -cp) 2>/dev/null)
    if test "$lines[1]" = /
        set -l option (commandline -ct | string match -r -- '^--[a-z-]+=')
        __fish_complete_path (commandline -ct | string replace -- "$option" '') | string replace -r -- '^' "$option"
    else
        printf '%s\n' $lines
    end
end
complete -c ta-tui -f -a '(__ta_tui_complete)'
