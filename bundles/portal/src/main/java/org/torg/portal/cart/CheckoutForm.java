package org.torg.portal.cart;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.order.PaymentMethod;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Prices;
import org.torg.portal.page.Fields;

/**
 * The checkout as it stands.
 *
 * @param typed what was stated, to be shown again
 * @param refusal of what was just tried
 */
public record CheckoutForm(Basket basket, Account account, Fields typed, Optional<Refusal> refusal) {

    public List<DeliveryOption> options() {
        return basket.quotation().map(Prices.Quotation::options).orElse(List.of());
    }

    /** The chosen one, else the first. */
    public boolean isOption(DeliveryOption option) {
        String code = typed.typed("option");
        return code.isEmpty()
                        || options().stream().noneMatch(each -> each.code().equals(code))
                ? options().indexOf(option) == 0
                : code.equals(option.code());
    }

    public DeliveryAddress address() {
        return account.deliveries().stream()
                .filter(entry -> entry.id().value().equals(typed.typed("address")))
                .findFirst()
                .orElse(account.deliveries().get(0));
    }

    /** Why a field is wrong; by its name. */
    public Optional<Refusal.Detail> fault(String field) {
        return refusal.stream()
                .flatMap(told -> told.details().stream())
                .filter(detail ->
                        detail.field().equals("/" + field) || detail.field().endsWith("/" + field))
                .findFirst();
    }

    /** What the form itself can tell. */
    static Optional<Refusal> fault(Account account, Fields form) {
        // An entry that is not in the address book any more is never another one.
        if (account.deliveries().stream().noneMatch(entry -> entry.id().value().equals(form.typed("address")))) {
            return Optional.of(Refusal.notFound("address"));
        }
        if (form.typed("timing").equals("requested") && day(form, "from").isEmpty()) {
            return Optional.of(Refusal.of(Refusal.Kind.UNPROCESSABLE, "date-missing", "Say on which day.")
                    .with(List.of(Refusal.detail("/from", "date-missing", "Say on which day."))));
        }
        return Optional.empty();
    }

    static Optional<LocalDate> day(Fields form, String field) {
        try {
            return form.text(field).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<PaymentMethod> payment(String name) {
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> method.name().equals(name))
                .findFirst();
    }
}
