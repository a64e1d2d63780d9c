package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AllowancePropertiesTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration EACH = Duration.ofMillis(500);

    @Property(tries = 300)
    void thereIsNeverMoreThanTheBurstAndWhatTimeBrings(
            @ForAll @IntRange(min = 1, max = 20) int most,
            @ForAll @Size(max = 200) List<@IntRange(max = 1500) Integer> pauses) {
        Allowance allowance = new Allowance(most, EACH);
        Instant now = START;
        int taken = 0;
        for (int pause : pauses) {
            now = now.plusMillis(pause);
            Duration wait = allowance.take(now);
            taken += wait.isZero() ? 1 : 0;
            assertThat(wait).isLessThanOrEqualTo(EACH);
        }

        assertThat(taken)
                .isLessThanOrEqualTo(most + (int) (Duration.between(START, now).toMillis() / EACH.toMillis()));
    }

    @Property(tries = 300)
    void whoWaitsAsLongAsWasSaidIsNext(
            @ForAll @IntRange(min = 1, max = 20) int most, @ForAll @IntRange(min = 1, max = 400) int asked) {
        Allowance allowance = new Allowance(most, EACH);
        Duration last = Duration.ZERO;
        for (int i = 0; i < asked; i++) {
            last = allowance.take(START);
        }

        assertThat(last.isZero()).isEqualTo(asked <= most);
        assertThat(allowance.take(START.plus(last.isZero() ? EACH : last))).isEqualTo(Duration.ZERO);
    }
}
