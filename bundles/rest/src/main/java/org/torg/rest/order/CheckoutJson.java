package org.torg.rest.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.torg.api.ExternalId;
import org.torg.api.account.Account;
import org.torg.api.account.UserId;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.PaymentMethod;
import org.torg.api.order.PriceAgreement;
import org.torg.rest.account.AddressJson;
import org.torg.rest.account.ExternalIdJson;
import org.torg.rest.http.Faults;

/**
 * What is stated when an order is placed. Exactly one of {@code priceSnapshot}, {@code expectedTotal} and
 * {@code acceptPrices} says on which price the buyer agrees.
 *
 * @param expectedTotal with VAT
 * @param acceptPrices {@code current}
 * @param paymentMethod {@code invoice} when absent
 * @param actingFor confirms in whose name it is ordered (D10)
 */
public record CheckoutJson(
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
        Optional<String> actingFor) {

    private static final int LONGEST_SNAPSHOT = 800_000;

    /** @param account of the caller; asked for only where something is left to it, and when nothing was wrong before */
    public Checkout read(Faults faults, Supplier<Account> account) {
        PriceAgreement agreement = agreement(faults, priceSnapshot, expectedTotal, acceptPrices);
        Optional<String> to = faults.email("/email", email);
        Optional<String> call = faults.phone("/phone", phone);
        Optional<String> reference = faults.text("/purchaseOrderReference", purchaseOrderReference, 100);
        Optional<PaymentMethod> payment = faults.word("/paymentMethod", paymentMethod, PaymentMethod.class);
        Optional<String> remark = faults.note("/note", note, 2000);
        List<ExternalId> ids = ExternalIdJson.read(faults, "/externalIds", externalIds);
        Optional<UserId> person = faults.text("/actingFor", actingFor, 64).map(UserId::new);
        var bill = billing.map(address -> address.read(faults, "/billing"));
        var goods = delivery.map(stated -> stated.read(
                faults, "/delivery", () -> account.get().deliveries().get(0).address()));
        return new Checkout(
                agreement, goods, bill, contact(faults, to, call, account), reference, payment, remark, ids, person);
    }

    private static Optional<Contact> contact(
            Faults faults, Optional<String> email, Optional<String> phone, Supplier<Account> account) {
        if (email.isEmpty() && phone.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Contact(email.orElseGet(() -> faults.settle(account).get().invoiceEmail()), phone));
    }

    /** On which price somebody agrees: exactly one of the three says so. */
    public static PriceAgreement agreement(
            Faults faults,
            Optional<String> priceSnapshot,
            Optional<Money> expectedTotal,
            Optional<String> acceptPrices) {
        List<PriceAgreement> agreements = new ArrayList<>();
        priceSnapshot.ifPresent(token -> agreements.add(new PriceAgreement.Snapshot(snapshot(faults, token))));
        expectedTotal.ifPresent(total -> agreements.add(new PriceAgreement.ExpectedTotal(total)));
        acceptPrices.ifPresent(word -> {
            faults.holds(word.equals("current"), "/acceptPrices", "word-unknown", "This must be: current.");
            agreements.add(new PriceAgreement.Current());
        });
        if (agreements.isEmpty()) {
            faults.add(
                    "",
                    "price-agreement-missing",
                    "State one of priceSnapshot, expectedTotal and acceptPrices: there is no order without a price.");
        } else if (agreements.size() > 1) {
            faults.add(
                    "",
                    "price-agreement-ambiguous",
                    "State only one of priceSnapshot, expectedTotal and acceptPrices.");
        }
        return agreements.stream().findFirst().orElse(new PriceAgreement.Current());
    }

    private static String snapshot(Faults faults, String token) {
        boolean sound = token.length() <= LONGEST_SNAPSHOT && token.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        faults.holds(sound, "/priceSnapshot", "snapshot-invalid", "This is not a price snapshot.");
        return token;
    }
}
