"""Just enough of Swift's grammar to tell code from comments and texts."""
import re

QUOTE = re.compile(r'(#*)("""|")')


def code_of(text):
    """The text with comments and the contents of string literals as spaces: same length, same lines.

    What stands in an interpolation is code and stays.
    """
    out = list(text)
    # What we are inside of: ("string", quotes, pounds) or ("interpolation", depth of parentheses).
    stack = []
    position = 0

    def blank(start, end):
        for index in range(start, min(end, len(text))):
            if out[index] != "\n":
                out[index] = " "

    while position < len(text):
        if stack and stack[-1][0] == "string":
            _, quotes, pounds = stack[-1]
            escape = "\\" + "#" * pounds
            if text.startswith(escape + "(", position):
                blank(position, position + len(escape))
                position += len(escape) + 1
                stack.append(["interpolation", 1])
            elif text.startswith(escape, position):
                blank(position, position + len(escape) + 1)
                position += len(escape) + 1
            elif text.startswith(quotes + "#" * pounds, position):
                position += len(quotes) + pounds
                stack.pop()
            else:
                # A literal on one line ends there, whatever it says: the compiler would refuse the file.
                if text[position] == "\n" and quotes == '"':
                    stack.pop()
                blank(position, position + 1)
                position += 1
            continue
        if text.startswith("//", position):
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            blank(position, end)
            position = end
        elif text.startswith("/*", position):
            depth, end = 1, position + 2
            while end < len(text) and depth:
                if text.startswith("/*", end):
                    depth, end = depth + 1, end + 2
                elif text.startswith("*/", end):
                    depth, end = depth - 1, end + 2
                else:
                    end += 1
            blank(position, end)
            position = end
        elif match := QUOTE.match(text, position):
            stack.append(["string", match[2], len(match[1])])
            position = match.end()
        else:
            if stack:
                stack[-1][1] += {"(": 1, ")": -1}.get(text[position], 0)
                if not stack[-1][1]:
                    stack.pop()
            position += 1
    return "".join(out)


def identifier_words(name):
    """`FactLog+Memory` and `HTTPServer` as lower-case words."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]
