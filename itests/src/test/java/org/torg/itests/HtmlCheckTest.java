package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The checker itself: a checker that finds nothing proves nothing. */
class HtmlCheckTest {

    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"nb\"><head><title>Torg</title></head><body>%s</body></html>";

    private final HtmlCheck check = new HtmlCheck();

    @Test
    void aPageThatIsAsItShouldBeHasNoFault() {
        assertThat(check.faults(PAGE.formatted("<main><h1>Lamper</h1><p dir=\"auto\">Æ &lt; Å</p></main>")))
                .isEmpty();
    }

    @Test
    void aPageThatIsNotIsToldWhereAndWhy() {
        String page = PAGE.formatted("<p id=\"a\"><div id=\"a\"></div><img src=\"a.png\"><table><tr><td></table>");
        assertThat(check.faults(page))
                .anySatisfy(fault -> assertThat(fault).matches("1:\\d+ Duplicate ID .a.*"))
                .anySatisfy(fault -> assertThat(fault).contains("alt"));
    }

    @Test
    void itIsNotMisledByTheFaultsOfThePageBefore() {
        assertThat(check.faults("<p>")).isNotEmpty();
        assertThat(check.faults(PAGE.formatted("<h1>Lamper</h1>"))).isEmpty();
    }
}
