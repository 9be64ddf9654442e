"""What the makers of the made-up products share: a seeded random source, office hours, and files without surprises."""
import datetime
import math
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[2] / "Examples"


class Source:
    """Random numbers of one seed. Only random() is asked for, which gives the same numbers in every version of Python."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def normal(self):
        return math.sqrt(-2 * math.log(1 - self.random())) * math.cos(2 * math.pi * self.random())

    def around(self, median, spread):
        """A span with that median; spread is the standard deviation of its logarithm."""
        return median * math.exp(spread * self.normal())

    def one_of(self, weights):
        """A key of a table of weights."""
        rest = self.random() * sum(weights.values())
        for key, weight in weights.items():
            rest -= weight
            if rest < 0:
                return key
        return key

    def count(self, mean):
        """A Poisson number."""
        count, rest = 0, math.exp(mean) * self.random()
        while rest > 1:
            count, rest = count + 1, rest * self.random()
        return count


def day(text):
    return datetime.datetime.fromisoformat(text)


def at_work(moment):
    """The next whole hour on a weekday between 8 and 18."""
    moment = moment.replace(minute=0, second=0, microsecond=0) + datetime.timedelta(hours=1)
    while moment.weekday() > 4 or not 8 <= moment.hour < 18:
        moment += datetime.timedelta(hours=1)
    return moment


def later(moment, days):
    return at_work(moment + datetime.timedelta(days=days))


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def write(product, name, lines):
    folder = ROOT / product / "story"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text("\n".join(lines) + "\n")
