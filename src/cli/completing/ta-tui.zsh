#compdef ta-tui
# Completions of ta-tui for zsh. What can stand at the cursor the program itself says: lines of a word, a tab and what
# the word means.
_ta_tui() {
    local line word
    local -a lines open whole any_case
    any_case=(-M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}')
    lines=("${(@f)$(ta-tui __complete zsh "${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" 2>/dev/null)}")
    if [[ $lines[1] == / ]]; then
        compset -P '--*='
        _files
        return
    fi
    # One word alone is taken as it is, accents and all; of several, those that begin as it was typed.
    (( $#lines == 1 )) && any_case=(-U)
    for line in $lines; do
        word=${line%%$'\t'*}
        if [[ $word == *[:=] ]]; then
            open+=("${word//:/\\:}:${line#*$'\t'}")
        else
            whole+=("${word//:/\\:}:${line#*$'\t'}")
        fi
    done
    _describe -V -t whole ta-tui whole $any_case
    local found=$?
    _describe -V -t open ta-tui open $any_case -S '' || return $found
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _ta_tui "$@"
else
    compdef _ta_tui ta-tui
fi
