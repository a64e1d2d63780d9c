package org.torg.rest.cart;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.cart.Carts;
import org.torg.api.configurator.Answers;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.vendor.VendorId;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.AnswerJson;
import org.torg.rest.pricing.LineJson;
import org.torg.rest.pricing.PriceRequestJson;

/** What is sent to carts. */
public final class CartBody {

    private CartBody() {}

    /** @param vendor may be left out where the tenant has one only */
    public record NewCartJson(Optional<String> vendor) {

        Optional<VendorId> read() {
            Faults faults = new Faults();
            return faults.settle(PriceRequestJson.vendor(faults, "/vendor", vendor));
        }
    }

    /**
     * @param answers of an article that is configured; may be incomplete
     * @param recipient whom it is for
     */
    public record NewLineJson(
            Optional<String> sku,
            Optional<BigInteger> quantity,
            Optional<Map<String, AnswerJson>> answers,
            Optional<String> recipient) {

        Carts.NewLine read() {
            Faults faults = new Faults();
            return faults.settle(new Carts.NewLine(
                    LineJson.sku(faults, "/sku", sku),
                    LineJson.quantity(faults, "/quantity", quantity),
                    answers.map(given -> AnswerJson.read(faults, "/answers", Optional.of(given))),
                    AnswerJson.recipient(faults, "/recipient", recipient)));
        }
    }

    /** @param recipient whom the line is for; nobody in particular when absent */
    public record LineConfigurationJson(Optional<Map<String, AnswerJson>> answers, Optional<String> recipient) {

        record LineConfiguration(Answers answers, Optional<RecipientId> recipient) {}

        LineConfiguration read() {
            Faults faults = new Faults();
            faults.required("/answers", answers, Map.of());
            return faults.settle(new LineConfiguration(
                    AnswerJson.read(faults, "/answers", answers),
                    AnswerJson.recipient(faults, "/recipient", recipient)));
        }
    }

    /** @param owner a colleague who may edit carts where this one belongs */
    public record CartOwnerJson(Optional<String> owner) {

        UserId read() {
            Faults faults = new Faults();
            return faults.settle(new UserId(faults.requiredText("/owner", owner, 64)));
        }
    }

    /** @param actingFor whose order it is to be; nobody's in particular when absent */
    public record CartPersonJson(Optional<String> actingFor) {

        Optional<UserId> read() {
            Faults faults = new Faults();
            return faults.settle(faults.text("/actingFor", actingFor, 64).map(UserId::new));
        }
    }

    /** @param quantity the new one; 0 removes the line */
    public record ChangedLineJson(Optional<BigInteger> quantity) {

        int read() {
            Faults faults = new Faults();
            return faults.settle(faults.whole("/quantity", quantity, 0, PriceRequest.MAX_QUANTITY, "quantity-invalid"));
        }
    }
}
