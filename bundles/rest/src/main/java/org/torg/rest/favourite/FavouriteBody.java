package org.torg.rest.favourite;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.cart.CartId;
import org.torg.api.configurator.Answers;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.Favourites;
import org.torg.api.favourite.Favourites.NewLine;
import org.torg.api.favourite.Favourites.Use;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.vendor.VendorId;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.AnswerJson;
import org.torg.rest.pricing.LineJson;
import org.torg.rest.pricing.PriceRequestJson;

/** What is sent to favourites. */
final class FavouriteBody {

    private static final int NAME = 200;
    private static final int ID = 64;

    private FavouriteBody() {}

    private static Sharing shared(Faults faults, Optional<String> sharing) {
        return faults.word("/sharing", sharing, Sharing.class).orElse(Sharing.PERSON);
    }

    private static List<LineId> lines(Faults faults, Optional<List<String>> lines) {
        return faults.each(
                "/lines",
                lines,
                Favourites.MAX_LINES,
                "lines-too-many",
                (at, line) ->
                        LineJson.id(faults, at, Optional.of(line), "line-unknown", "There is no such line.", "-"));
    }

    /**
     * @param vendor may be left out where the tenant has one only
     * @param sharing the caller's own when absent
     */
    public record NewFavouriteJson(
            Optional<String> vendor,
            Optional<String> name,
            Optional<String> sharing,
            Optional<List<NewFavouriteLineJson>> lines) {

        record Read(Optional<VendorId> vendor, String name, Sharing sharing, List<NewLine> lines) {}

        Read read() {
            Faults faults = new Faults();
            if (lines.isEmpty() || lines.get().isEmpty()) {
                faults.add("/lines", "lines-missing", "There must be a line at least.");
            }
            return faults.settle(new Read(
                    PriceRequestJson.vendor(faults, "/vendor", vendor),
                    faults.requiredText("/name", name, NAME),
                    shared(faults, sharing),
                    faults.each(
                            "/lines",
                            lines,
                            Favourites.MAX_LINES,
                            "lines-too-many",
                            (at, line) -> line.read(faults, at))));
        }
    }

    /** @param answers of an article that is configured; may be incomplete */
    public record NewFavouriteLineJson(
            Optional<String> sku, Optional<BigInteger> quantity, Optional<Map<String, AnswerJson>> answers) {

        private NewLine read(Faults faults, String at) {
            return new NewLine(
                    LineJson.sku(faults, at + "/sku", sku),
                    LineJson.quantity(faults, at + "/quantity", quantity),
                    answers.map(given -> AnswerJson.read(faults, at + "/answers", Optional.of(given))));
        }
    }

    /**
     * @param sharing the caller's own when absent
     * @param lines of the cart; all when absent
     */
    public record CartFavouriteJson(Optional<String> name, Optional<String> sharing, Optional<List<String>> lines) {

        record Read(String name, Sharing sharing, List<LineId> lines) {}

        Read read() {
            Faults faults = new Faults();
            return faults.settle(new Read(
                    faults.requiredText("/name", name, NAME),
                    shared(faults, sharing),
                    FavouriteBody.lines(faults, lines)));
        }
    }

    public record EditedFavouriteJson(Optional<String> name, Optional<String> sharing) {

        record Read(String name, Sharing sharing) {}

        Read read() {
            Faults faults = new Faults();
            faults.required("/sharing", sharing, "person");
            return faults.settle(new Read(faults.requiredText("/name", name, NAME), shared(faults, sharing)));
        }
    }

    /**
     * @param quantity the new one; 0 removes the line
     * @param answers as they were when absent
     */
    public record ChangedFavouriteLineJson(Optional<BigInteger> quantity, Optional<Map<String, AnswerJson>> answers) {

        record Read(int quantity, Optional<Answers> answers) {}

        Read read() {
            Faults faults = new Faults();
            return faults.settle(new Read(
                    faults.whole("/quantity", quantity, 0, PriceRequest.MAX_QUANTITY, "quantity-invalid"),
                    answers.map(given -> AnswerJson.read(faults, "/answers", Optional.of(given)))));
        }
    }

    /**
     * @param cart a new one when absent
     * @param lines of the favourite; all when absent
     * @param recipient whom all of them are for
     */
    public record FavouriteUseJson(Optional<String> cart, Optional<List<String>> lines, Optional<String> recipient) {

        Use read(Optional<Long> expectedVersion) {
            Faults faults = new Faults();
            return faults.settle(new Use(
                    faults.text("/cart", cart, ID).map(CartId::new),
                    expectedVersion,
                    FavouriteBody.lines(faults, lines),
                    AnswerJson.recipient(faults, "/recipient", recipient)));
        }
    }
}
