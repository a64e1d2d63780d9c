package org.torg.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.Sku;
import org.torg.api.quickorder.QuickOrders;
import org.torg.api.quickorder.Report;
import org.torg.api.vendor.VendorId;

/** One good row and a bad one, whatever is sent. */
final class SmallQuickOrders implements QuickOrders {

    private final SmallMarket market;
    private final List<Object> asked = new ArrayList<>();

    SmallQuickOrders(SmallMarket market) {
        this.market = market;
    }

    /** What was asked, in its order; of files their text. */
    List<Object> asked() {
        return asked;
    }

    private static Report report() {
        Report.Article lamp = new Report.Article(new Sku("SL-1001"), LocalizedText.of("nb", "Taklampe"));
        return new Report(
                Samples.VENDOR,
                List.of(
                        new Report.Row(
                                2,
                                List.of("sl-1001", "10,0"),
                                Report.State.GOOD,
                                Optional.of(lamp),
                                Optional.of(10),
                                Optional.of(12),
                                Optional.empty(),
                                List.of(new Report.Note(
                                        "article-read-as",
                                        Message.of(
                                                "quickorder.article-read-as",
                                                "Read as the article {0}.",
                                                Argument.text("SL-1001")))),
                                List.of()),
                        new Report.Row(
                                3,
                                List.of("SL-1001", "2"),
                                Report.State.MERGED,
                                Optional.of(lamp),
                                Optional.of(2),
                                Optional.empty(),
                                Optional.of(2L),
                                List.of(),
                                List.of()),
                        new Report.Row(
                                4,
                                List.of("=1+1", "\u0007", "note"),
                                Report.State.LEFT_OUT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Report.Note(
                                        "article-missing",
                                        Message.of("quickorder.article-missing", "The row has no article number."))),
                                List.of(lamp))),
                1);
    }

    private <T> Outcome<T> of(Caller caller, Source source, Object question, T value) {
        asked.add(List.of(
                source instanceof Source.File file
                        ? StandardCharsets.UTF_8
                                .decode(file.content().duplicate())
                                .toString()
                        : source,
                question));
        return market.allowed(caller, Function.CART_EDIT, value);
    }

    @Override
    public Outcome<Report> check(Caller caller, Optional<VendorId> vendor, Source source, boolean defaults) {
        return of(caller, source, List.of(vendor, defaults), report());
    }

    @Override
    public Outcome<Filled> fill(
            Caller caller, Optional<IdempotencyKey> key, Target target, Source source, boolean defaults) {
        if (target instanceof Target.IntoCart into && into.cart().value().equals("full")) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "cart-full", "A cart has at most {0} lines.", Argument.number(1_000)));
        }
        Filled filled = target instanceof Target.OntoList onto
                ? new Filled(Optional.empty(), Optional.of(onto.list()), report())
                : new Filled(
                        Optional.of(target instanceof Target.IntoCart into ? into.cart() : new CartId("cart-2")),
                        Optional.empty(),
                        report());
        return of(caller, source, List.of(target, defaults), filled);
    }

    @Override
    public Outcome<Csv> rejected(Caller caller, Optional<VendorId> vendor, Source source, boolean defaults) {
        return of(
                caller,
                source,
                List.of(vendor, defaults),
                out -> out.write("article;quantity\r\n'=1+1;3\r\n".getBytes(StandardCharsets.UTF_8)));
    }
}
