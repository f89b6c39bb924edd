# zsh -f complete.zsh SCRIPT OUT LINE: what zsh offers for a line, one a line, into OUT.
zmodload zsh/zpty
export TERM=dumb
zpty shell zsh -f -i
zpty -w shell "PS1=; autoload -Uz compinit; compinit -u -D; source $1
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd \"\$@\"; return; fi
  local -a hits; builtin compadd -A hits \"\$@\"; print -rl -- \$hits >> $2; builtin compadd \"\$@\"
}
finish() { print fin''ished; zle kill-whole-line }
zle -N finish; bindkey '^X' list-choices; bindkey '^G' finish; print re''ady"
zpty -r -m shell line '*ready*'
zpty -w -n shell "$3"$'\x18\x07'
zpty -r -m shell line '*finished*'
zpty -d shell
