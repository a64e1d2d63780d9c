package org.torg.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.torg.contract.Checks;
import org.torg.contract.Composed;
import org.torg.contract.ContractViolation;
import org.torg.contract.Sample;
import org.torg.contract.Samples;

/** What every set of parts is tried for. Each test fails with the part, the reason, what to do, and the case. */
public abstract class Contract {

    private static final int MANY = 100;
    private static final long SEEDS = 1_000_000;

    /** The parts under test, put together as the kernel would. */
    abstract Composed compose();

    @Test
    void thePartsMakeASet() {
        hold(this::compose);
    }

    @Test
    void itSaysTheSameOfItselfEachTimeAndHasAllItsTexts() {
        hold(() -> checks().steady());
    }

    @Property
    void everyAnswerFitsItsQuestion(@ForAll("cases") Sample sample) {
        hold(() -> checks().valid(sample));
    }

    @Property
    void nothingIsDiscountedBelowZero(@ForAll("cases") Sample sample) {
        hold(() -> checks().notBelowZero(sample));
    }

    @Property
    void everyMessageCanBeReadInEveryLanguage(@ForAll("cases") Sample sample) {
        hold(() -> checks().texts(sample));
    }

    @Property
    void theSameInputGivesTheSameAnswer(@ForAll("cases") Sample sample) {
        hold(() -> checks().pure(sample));
    }

    @Test
    void severalThreadsGetTheAnswersThatEachGetsAlone() {
        hold(() -> checks().threadSafe(checks().several(1, MANY)));
    }

    @Test
    void everyAnswerComesAtOnce() {
        hold(() -> checks().quick(checks().several(1, MANY)));
    }

    /** Carts and facts, small ones first. */
    @Provide
    Arbitrary<Sample> cases() {
        Samples samples = checks().samples();
        return Combinators.combine(
                        Arbitraries.integers().between(1, Samples.MOST_LINES),
                        Arbitraries.longs().between(0, SEEDS))
                .as(samples::sample);
    }

    final Checks checks() {
        return Checks.of(compose());
    }

    static void hold(Runnable check) {
        try {
            check.run();
        } catch (ContractViolation e) {
            throw new AssertionError(e.getMessage(), e.getCause());
        }
    }
}
