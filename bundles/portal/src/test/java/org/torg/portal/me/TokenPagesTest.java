package org.torg.portal.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;
import org.torg.portal.look.Reader;
import org.torg.portal.office.NoVendors;

class TokenPagesTest {

    private static final AccountId OURS = new AccountId("ours");
    private static final AccountId OTHER = new AccountId("other");

    private static Caller at(Optional<AccountId> account) {
        return new Caller(
                new Caller.Subject.Person(new UserId("kari")),
                account,
                Optional.empty(),
                Optional.empty(),
                Set.of(
                        new Grant(Function.ORDER_READ, Scope.of(OURS)),
                        new Grant(Function.ORDER_PLACE, new Scope.OfLocation(OURS, new LocationId("oslo"))),
                        new Grant(Function.INVOICE_READ, Scope.of(OTHER)),
                        new Grant(Function.ORDER_AMEND, Scope.of(new VendorId("lighting")))),
                Caller.Channel.PORTAL,
                "",
                Locale.ENGLISH);
    }

    @Test
    void aTokenIsOfferedWhatThePersonMayInTheCompanyThatWasChosen() {
        assertThat(TokenPages.functions(at(Optional.of(OURS))))
                .containsExactly(Function.ORDER_PLACE, Function.ORDER_READ);
    }

    @Test
    void theLastDayEndsWhereTheReaderIs() {
        Reader oslo = new Reader(Locale.ENGLISH, ZoneId.of("Europe/Oslo"), new NoVendors());
        assertThat(TokenPages.endOf(oslo, "2026-11-22")).contains(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(TokenPages.endOf(oslo, "2026-06-30")).contains(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(TokenPages.endOf(oslo, "some day")).isEmpty();
    }

    @Test
    void whoWorksForAVendorMakesTokensForThatWork() {
        assertThat(TokenPages.functions(at(Optional.empty()))).containsExactly(Function.ORDER_AMEND);
    }
}
