"""How likely a graded claim is taken to be: p ~ Beta(1 + n m, 1 + n (1 - m)), from the team's table.

Credibility says where the middle lies (m), reliability how much it weighs (n). Ungraded sources (F) and claims whose
truth cannot be judged (6) weigh nothing: p is then uniform, and a result that rests on them is shown as two numbers.
"""

MIDDLE = {1: 0.95, 2: 0.80, 3: 0.60, 4: 0.35, 5: 0.10}
WEIGHT = {"A": 20.0, "B": 10.0, "C": 5.0, "D": 2.0, "E": 1.0}


def beta_of(reliability: str, credibility: int | None) -> tuple[float, float]:
    """Alpha and beta of a claim's probability."""
    middle = MIDDLE.get(int(credibility)) if credibility else None
    weight = WEIGHT.get(reliability, 0.0)
    if middle is None or not weight:
        return 1.0, 1.0
    return 1.0 + weight * middle, 1.0 + weight * (1.0 - middle)
