package org.torg.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.xml.sax.InputSource;

class ConfirmationTest {

    /** The port takes nothing else; what XML cannot hold it replaces itself. */
    @ParameterizedTest
    @ValueSource(strings = {"nb", "sv", "da", "fi", "en"})
    void itIsWellFormedWhateverSomebodyWrote(String language) throws Exception {
        String html = Papers.html(Papers.confirmation(language, 5, Papers.answers()));
        assertThat(html).doesNotContain("<script").contains("&lt;script");
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<body>" + html.replace("\u0001", "") + "</body>")));
    }

    @Test
    @Tag("H59")
    void itNamesTheCompanyThatSellsAndTheDayInItsZone() {
        Confirmation confirmation = Papers.confirmation("en", 1, Papers.answers());
        assertThat(confirmation.date()).isEqualTo("23 November 2026");
        assertThat(Papers.html(confirmation))
                .contains(
                        "Valo &amp; Varjo",
                        "Valo Oy · Satamakatu 1, 00160 Helsinki, Finland",
                        "Company no. 12345671",
                        "+358900000000 · tilaus@valo.example");
    }

    @Test
    @Tag("D24")
    void itTellsLinesAnswersPersonTotalsAndTerms() {
        String html = Papers.html(Papers.confirmation("en", 3, Papers.answers()));
        assertThat(html)
                .doesNotContain("Kari")
                .contains("<b>K. S. \u05d0.</b>", "Colour:</span>", ">Clear</span>", "12,345.00", "11,110.50")
                .contains("VAT 25%", "VAT 15%", "NOK\u00a01,365.00", "<b>1 cancelled</b>")
                .contains("Returns within 50 days", "Warranty for 24 months", "1 December 2026 to 4 December 2026");
    }

    @Test
    @Tag("D32")
    void whatWasAgreedToBePackedStandsOnIt() {
        assertThat(Papers.confirmation("en", 1, Papers.answers()).instructions())
                .containsExactly(Papers.INSTRUCTION);
        Answers others = Answers.NONE.with("colour", new Answer.Chosen(java.util.List.of("clear")));
        assertThat(Papers.confirmation("en", 1, others).instructions()).isEmpty();
        assertThat(Papers.html(Papers.confirmation("en", 1, others))).doesNotContain("class=\"pack\"");
    }
}
