package org.torg.portal.office.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L15")
class QuoteClockTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static QuoteClock after(Duration left) {
        return QuoteClock.of(NOW.plus(left), NOW);
    }

    @Test
    void itWarnsInTheLastFourHoursAndIsBadWhenTheTimeIsOver() {
        assertThat(after(Duration.ofHours(24)).tone()).isEqualTo("info");
        assertThat(after(Duration.ofHours(4)).tone()).isEqualTo("info");
        assertThat(after(Duration.ofHours(4).minusSeconds(1)).tone()).isEqualTo("warn");
        assertThat(after(Duration.ZERO).tone()).isEqualTo("warn");
        assertThat(after(Duration.ofSeconds(-1)).tone()).isEqualTo("bad");
    }

    @Test
    void itIsOverAMomentAfterTheMomentThatWasPromised() {
        assertThat(after(Duration.ZERO).isOver()).isFalse();
        assertThat(after(Duration.ofNanos(-1)).isOver()).isTrue();
    }
}
