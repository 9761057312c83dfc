# bash completion for reportdesk
_reportdesk() {
  local word=${COMP_WORDS[COMP_CWORD]} words
  case "${COMP_WORDS[1]}" in
    new) words='--edition --force --help --organ --quiet --year' ;;
    show) words='--fingerprint --force --help --json --quiet --rescue' ;;
    check) words='--force --help --json --last --quiet' ;;
    convert) words='--cards --charset --charts --corrected-from --embed-json --fingerprint --force --help --layout --public --quiet --rescue --theme --with-everything' ;;
    roll) words='--force --help --quiet --year' ;;
    collect) words='--all --cells --force --help --jobs --json --last --letters --newest --quiet --report --roster --to --year' ;;
    explain) words='--force --help --json --quiet --year' ;;
    inspect) words='--clean --force --help --json --quiet' ;;
    correct) words='--date --force --help --quiet --reason --whole' ;;
    sheet) words='--force --help --quiet' ;;
    chart) words='--cards --force --help --json --last --quiet --scale --svg --theme' ;;
    backups) words='--delete --force --help --quiet' ;;
    doctor) words='--force --help --json --quiet' ;;
    *) words='--force --help --quiet --version' ;;
  esac
  COMPREPLY=()
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    return
  fi
  if [[ $COMP_CWORD == 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W "new show check convert roll collect explain inspect correct sheet chart backups doctor" -- "$word")
  fi
  local file
  while IFS= read -r file; do
    COMPREPLY+=("$file")
  done < <(compgen -d -- "$word"; compgen -f -X '!*.@(rdesk|rdset|json|docx|doc|wps|rtf|xlsx|csv|html|htm|mht|txt|pdf|zip)' -- "$word")
}
shopt -s extglob
complete -o filenames -F _reportdesk reportdesk
