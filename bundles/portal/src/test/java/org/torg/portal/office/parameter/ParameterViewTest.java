package org.torg.portal.office.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors.ParameterSheet;
import org.torg.portal.page.Fields;

/** What was set for a parameter, and since when it counts. */
class ParameterViewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String KEY = "loyalty.gold.percent";
    private static final ParameterDefinition GOLD = new ParameterDefinition(
            KEY, ParameterDefinition.Type.PERCENT, "5", Optional.empty(), Optional.empty(), Message.of("x", "x"));

    private static ParameterChange row(String value, int days) {
        return new ParameterChange(KEY, value, TODAY.plusDays(days));
    }

    /** @param rows the newest first */
    private static ParameterView view(String value, ParameterChange... rows) {
        Parameters today = new Parameters(CurrencyUnit.of("NOK"), Map.of(KEY, value));
        ParameterSheet sheet = new ParameterSheet(new VendorId("lighting"), 4, List.of(GOLD), today, List.of(rows));
        return ParameterView.of(sheet, KEY, TODAY).orElseThrow();
    }

    @Test
    void ofRowsThatHaveBegunTheLatestCounts() {
        ParameterView view = view("7", row("7", -1), row("6", -10), row("8", 1));
        assertThat(view.since()).contains(row("7", -1));
        assertThat(view.time(row("6", -10))).isEqualTo(ParameterView.Time.EARLIER);
        assertThat(view.time(row("8", 1))).isEqualTo(ParameterView.Time.LATER);
    }

    @Test
    void ofRowsThatBeginTogetherTheOneCountsThatWasSetLast() {
        ParameterView view = view("7", row("7", 0), row("6", 0), row("9", 3), row("8", 3));
        assertThat(view.since()).contains(row("7", 0));
        assertThat(view.coming()).containsExactly(row("9", 3));
    }

    @Test
    void withoutARowTheInitialValueCounts() {
        assertThat(view("5").since()).isEmpty();
        assertThat(view("5", row("6", 4)).since()).isEmpty();
    }

    @Test
    void whatComesFirstStandsFirst() {
        assertThat(view("5", row("7", 9), row("6", 2)).coming()).containsExactly(row("6", 2), row("7", 9));
    }

    private static ParameterForm sent(ParameterView view, String value, String from, String seen) {
        Fields typed = Fields.NONE.with("value", value).with("from", from).with("seen", seen);
        return ParameterForm.sent(
                typed,
                view,
                new org.torg.portal.look.Reader(
                        Locale.ENGLISH, java.time.ZoneId.of("UTC"), new org.torg.portal.office.NoVendors()));
    }

    @Test
    void aFormThatWasMadeBeforeAnotherChangeIsToldOfIt() {
        ParameterView view = view("7", row("7", 0));
        assertThat(sent(view, "8", TODAY.toString(), "0").overtaken()).contains(row("7", 0));
        assertThat(sent(view, "8", TODAY.toString(), "1").overtaken()).isEmpty();
    }

    @Test
    void theSameFormSentTwiceIsNoConflict() {
        assertThat(sent(view("7", row("7", 0)), "7", TODAY.toString(), "0").overtaken())
                .isEmpty();
    }

    @Test
    void aDayThatHasPassedIsRefused() {
        assertThat(sent(view("7"), "8", TODAY.minusDays(1).toString(), "0").dateFault())
                .isPresent();
        assertThat(sent(view("7"), "8", "tomorrow", "0").dateFault()).isPresent();
        assertThat(sent(view("7"), "8", TODAY.toString(), "0").isGood()).isTrue();
    }
}
