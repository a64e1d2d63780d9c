package org.torg.rest.approval;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.torg.api.account.Account;
import org.torg.api.order.Checkout;
import org.torg.api.order.PriceAgreement;
import org.torg.rest.account.AddressJson;
import org.torg.rest.account.ExternalIdJson;
import org.torg.rest.http.Faults;
import org.torg.rest.order.CheckoutJson;
import org.torg.rest.order.DeliveryJson;

/** What is sent about approvals. */
final class ApprovalBody {

    private ApprovalBody() {}

    record Asked(Checkout checkout, String message) {}

    /** All that {@link CheckoutJson} states, and a message for those who may approve. */
    public record ApprovalRequestJson(
            Optional<String> priceSnapshot,
            Optional<Money> expectedTotal,
            Optional<String> acceptPrices,
            Optional<DeliveryJson> delivery,
            Optional<AddressJson> billing,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> purchaseOrderReference,
            Optional<String> paymentMethod,
            Optional<String> note,
            Optional<List<ExternalIdJson>> externalIds,
            Optional<String> actingFor,
            Optional<String> message) {

        Asked read(Supplier<Account> account) {
            Faults faults = new Faults();
            Optional<String> words = faults.note("/message", message, 2000);
            Checkout checkout = new CheckoutJson(
                            priceSnapshot,
                            expectedTotal,
                            acceptPrices,
                            delivery,
                            billing,
                            email,
                            phone,
                            purchaseOrderReference,
                            paymentMethod,
                            note,
                            externalIds,
                            actingFor)
                    .read(faults, account);
            return faults.settle(new Asked(checkout, words.orElse("")));
        }
    }

    /** On which price the approver agrees; exactly one of them. */
    public record ApproveJson(
            Optional<String> priceSnapshot, Optional<Money> expectedTotal, Optional<String> acceptPrices) {

        PriceAgreement read() {
            Faults faults = new Faults();
            return faults.settle(CheckoutJson.agreement(faults, priceSnapshot, expectedTotal, acceptPrices));
        }
    }

    public record DeclineJson(Optional<String> reason) {

        String read() {
            Faults faults = new Faults();
            faults.required("/reason", reason, "");
            return faults.settle(faults.note("/reason", reason, 2000).orElse(""));
        }
    }
}
