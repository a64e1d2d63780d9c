package org.torg.portal.office.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.QuotedLine;
import org.torg.api.quote.QuoteId;
import org.torg.api.vendor.VendorId;
import org.torg.portal.page.Fields;

class OfferFormTest {

    private static final CurrencyUnit NOK = CurrencyUnit.of("NOK");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Quote quote() {
        return new Quote(
                new QuoteId("q"),
                "T1",
                new VendorId("lighting"),
                new AccountId("a"),
                Optional.empty(),
                new UserId("u"),
                new ProjectListId("p"),
                "Kontor",
                Quote.Status.REQUESTED,
                NOW,
                Optional.of(NOW),
                Optional.empty(),
                new Destination("NO", "0155", Destination.Kind.BUSINESS),
                Optional.empty(),
                List.of(line("1"), line("2"), line("3")),
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                NOW);
    }

    private static Quote.Line line(String id) {
        return new Quote.Line(new LineId(id), new Sku("LAMP-" + id), 2, Optional.empty(), Optional.empty());
    }

    @Test
    @Tag("L19")
    void anEmptyFieldLeavesTheLineAtTheCustomersOwnPrice() {
        Fields form =
                Fields.NONE.with("price.1", "").with("price.2", "1 234,50").with("price.3", " 0 ");
        assertThat(OfferForm.read(quote(), NOK, form).orElseThrow())
                .containsExactly(
                        new QuotedLine(new LineId("2"), BigMoney.of(NOK, new BigDecimal("1234.50"))),
                        new QuotedLine(new LineId("3"), BigMoney.of(NOK, new BigDecimal("0"))));
    }

    /** The service counts the prices that were stated, not the lines. */
    @Test
    void aFaultIsFoundAgainAtItsLine() {
        Fields form = Fields.NONE.with("price.1", "").with("price.2", "12").with("price.3", "lots");
        Refusal refusal = ((Outcome.Refused<?>) OfferForm.read(quote(), NOK, form)).refusal();
        assertThat(refusal.code()).isEqualTo("price-invalid");
        assertThat(refusal.details()).singleElement().satisfies(detail -> assertThat(detail.field())
                .isEqualTo("/prices/1/price")
                .isEqualTo(OfferForm.pointer(quote(), form, quote().lines().get(2))));
    }

    @Test
    void whatIsNoPriceIsNone() {
        for (String wrong : List.of("", "-1", "1.2.3", "1,23456", "1e3", "kr 5")) {
            assertThat(OfferForm.number(wrong)).as(wrong).isEmpty();
        }
        assertThat(OfferForm.number("1\u00a0000.25")).contains(new BigDecimal("1000.25"));
    }

    @Test
    void theLastDayMayBeLeftToTheVendor() {
        assertThat(OfferForm.until(Fields.NONE).orElseThrow()).isEmpty();
        assertThat(OfferForm.until(Fields.NONE.with("until", "2026-04-01")).orElseThrow())
                .contains(LocalDate.of(2026, 4, 1));
        assertThat(OfferForm.until(Fields.NONE.with("until", "soon")).isDone()).isFalse();
    }
}
