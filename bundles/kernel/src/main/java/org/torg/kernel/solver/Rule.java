package org.torg.kernel.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.torg.api.configurator.Condition;

/** A condition on the variables of a model, to be looked at without the solver. */
sealed interface Rule {

    /** Whether it holds where these variables are true and all others false. */
    boolean holds(BitSet on);

    /** Whether it holds whatever the variables are that are in neither set, or fails whatever they are; else unknown. */
    Verdict judge(BitSet on, BitSet off);

    enum Verdict {
        HOLDS,
        FAILS,
        UNKNOWN;

        Verdict not() {
            return this == HOLDS ? FAILS : this == FAILS ? HOLDS : UNKNOWN;
        }
    }

    record One(int variable) implements Rule {
        @Override
        public boolean holds(BitSet on) {
            return on.get(variable);
        }

        @Override
        public Verdict judge(BitSet on, BitSet off) {
            return on.get(variable) ? Verdict.HOLDS : off.get(variable) ? Verdict.FAILS : Verdict.UNKNOWN;
        }
    }

    record Inverse(Rule rule) implements Rule {
        @Override
        public boolean holds(BitSet on) {
            return !rule.holds(on);
        }

        @Override
        public Verdict judge(BitSet on, BitSet off) {
            return rule.judge(on, off).not();
        }
    }

    record Some(List<Rule> rules) implements Rule {
        @Override
        public boolean holds(BitSet on) {
            for (Rule rule : rules) {
                if (rule.holds(on)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Verdict judge(BitSet on, BitSet off) {
            Verdict verdict = Verdict.FAILS;
            for (Rule rule : rules) {
                Verdict one = rule.judge(on, off);
                if (one == Verdict.HOLDS) {
                    return one;
                }
                verdict = one == Verdict.UNKNOWN ? one : verdict;
            }
            return verdict;
        }
    }

    /** @param looked gets the index of each question that it looks at */
    static Rule of(CompiledModel model, Condition condition, Set<Integer> looked) {
        if (condition instanceof Condition.Is is) {
            Slot slot = look(model, is.question(), looked);
            return new One(slot.values().get(slot.option(is.option())));
        }
        if (condition instanceof Condition.Answered answered) {
            return new One(look(model, answered.question(), looked).answered());
        }
        if (condition instanceof Condition.Within within) {
            Slot slot = look(model, within.question(), looked);
            List<Rule> inside = new ArrayList<>();
            slot.intervals().ifPresent(intervals -> {
                for (int i = 0; i < intervals.size(); i++) {
                    if (intervals.within(i, within.least(), within.most())) {
                        inside.add(new One(slot.values().get(i)));
                    }
                }
            });
            return new Some(inside);
        }
        if (condition instanceof Condition.Not not) {
            return new Inverse(of(model, not.condition(), looked));
        }
        if (condition instanceof Condition.All all) {
            return new Inverse(new Some(all.conditions().stream()
                    .<Rule>map(each -> new Inverse(of(model, each, looked)))
                    .toList()));
        }
        return new Some(((Condition.Any) condition)
                .conditions().stream().map(each -> of(model, each, looked)).toList());
    }

    private static Slot look(CompiledModel model, String question, Set<Integer> looked) {
        Slot slot = model.slot(question).orElseThrow();
        looked.add(slot.index());
        return slot;
    }
}
