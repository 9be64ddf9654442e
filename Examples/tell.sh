# What the stories of this folder share: read by story.sh, not run by itself. It needs a POSIX shell and hone on the PATH.

export COLUMNS=80 NO_COLOR=1
command -v hone > /dev/null || { echo "hone is not on the PATH; 'make build' leaves it in .build/release" >&2; exit 69; }
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
cd "$folder"
if [ -n "$(ls -A)" ]; then echo "$folder is not empty; name an empty folder, or none" >&2; exit 64; fi

# Whoever watches may want to look around in the product afterwards.
if [ -t 1 ]; then trap 'printf "\nThe product of this story is in %s\n" "$folder"' EXIT; fi

# on DAY TITLE: another day of the story. The clock of every command stands at nine in the morning of it.
on() {
    export HONE_NOW="$1T09:00:00Z"
    printf '\n\n== %s: %s\n' "$1" "$2"
}

# tell SENTENCE...: what happens, a line each.
tell() {
    echo
    for line in "$@"; do echo "# $line"; done
}

# typed WORD...: the command as one would type it, broken where a line would be too long.
typed() {
    line='$'
    option=
    for word in "$@"; do
        case $word in *[!A-Za-z0-9_./:=-]* | '') word="\"$word\"" ;; esac
        case $word in
        --*)
            put
            option=$word
            ;;
        *)
            option="${option:+$option }$word"
            put
            ;;
        esac
    done
    put
    printf '%s\n' "$line"
}

# put: what is in $option goes to the end of the line, or to the next one.
put() {
    if [ -z "$option" ]; then return 0; fi
    if [ $((${#line} + ${#option} + 3)) -gt 80 ]; then
        printf '%s \\\n' "$line"
        line='   '
    fi
    line="$line $option"
    option=
}

# run WORD...: a command that works.
run() {
    typed hone "$@"
    hone "$@" 2>&1
}

# refused CODE WORD...: a command that is answered with an exit code other than 0.
refused() {
    expected=$1
    shift
    typed hone "$@"
    code=0
    hone "$@" 2>&1 || code=$?
    if [ "$code" -ne "$expected" ]; then echo "exit code $code, and the story says $expected" >&2; exit 70; fi
    echo "(exit code $code)"
}

# member ROLE: gives out a token for a member. It is random and shown once, so the story keeps it in $token and prints TOKEN.
member() {
    typed hone kpi token --role "$1"
    token=$(hone kpi token --role "$1" 2> said)
    echo TOKEN
    cat said
    rm said
}

# agree NUMBER: the member of $token agrees to a KPI.
agree() {
    typed hone kpi agree "$1" --token TOKEN
    hone kpi agree "$1" --token "$token" 2>&1
}
