package org.torg.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void theTableHasOneRowForEachFigure() {
        Report report = new Report();
        report.part("Orders");
        report.load("order", new Figures(123.4, 5, 12.34, 3.21, 0.5), Report.ratio(0.4321, "plain JDBC"), "0.4");
        report.figure("warm start", "8.1 s", "", "10 s");
        List<String> lines = report.markdown().lines().toList();
        assertThat(lines.get(0)).startsWith("| measurement ");
        assertThat(lines.get(2)).startsWith("| **Orders** ");
        assertThat(lines.get(3).replaceAll(" +", " "))
                .isEqualTo("| order | | 123 | 5.00 | 12.3 | 3.21 | 0.500 | 0.432 of plain JDBC | 0.4 |");
        assertThat(lines.get(4).replaceAll(" +", " ")).isEqualTo("| warm start | 8.1 s | | | | | | | 10 s |");
        assertThat(lines.subList(0, 5))
                .extracting(String::length)
                .containsOnly(lines.get(0).length());
    }

    @Test
    void aReplyThatIsNoSuccessIsListedAndFailsTheRun() {
        Report report = new Report();
        report.replies("orders", Map.of(201, 10L));
        assertThat(report.failed()).isFalse();
        report.replies("orders", Map.of(201, 5L, 409, 2L));
        assertThat(report.failed()).isTrue();
        assertThat(report.markdown()).contains("{201=15, 409=2}", "**FAILED** orders: 2 replies with status 409");
    }

    @Test
    void figuresAreOfEachRequest() {
        Histogram nanos = new Histogram(3);
        for (int i = 1; i <= 100; i++) {
            nanos.recordValue(i * 1_000_000L);
        }
        Figures figures = Figures.of(100, 2, nanos, 0.5, 0.25);
        assertThat(figures.rate()).isEqualTo(50);
        assertThat(figures.p50()).isBetween(49.9, 50.1);
        assertThat(figures.p99()).isBetween(98.9, 99.1);
        assertThat(figures.server()).isEqualTo(5);
        assertThat(figures.cpu()).isEqualTo(7.5);
        assertThat(Figures.median(List.of(figures, Figures.NONE))).isEqualTo(figures);
    }
}
