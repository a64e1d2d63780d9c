package org.torg.kernel.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.pricing.LineId;
import org.torg.kernel.cart.CartEdit.Put;
import org.torg.kernel.cart.CartFilling.Judged;
import org.torg.kernel.cart.CartFilling.Plan;

/**
 * Refuses changes of a cart's goods that break a rule of its vendor (D21): those that bring about an objection to a line. What was
 * objected to before does not stand in the way of other changes, and objections to the whole, to the destination or to the delivery
 * are told beside the cart. Where the rules cannot be asked, because the vendor is away or something has no price, nothing is refused:
 * they are asked again at checkout. Vendor code is called: not to be used inside a transaction.
 */
@Component(service = CartRules.class)
public final class CartRules {
    private final CartQuotation quotation;
    private final CartAnswers answers;

    @Activate
    public CartRules(@Reference CartQuotation quotation, @Reference CartAnswers answers) {
        this.quotation = quotation;
        this.answers = answers;
    }

    /** One kind of objection to one line, in whatever words. */
    private record Fault(String code, LineId line) {}

    /**
     * What is given, unless the change would break a rule. Three statements, as many again where there is an objection, and those of
     * {@link CartAnswers#whole}.
     *
     * @param change of the cart with all its answers; a refused one breaks nothing
     */
    <T> Outcome<T> obeyed(Caller caller, Cart cart, T given, Function<Cart, Outcome<Put>> change) {
        return broken(caller, answers.whole(cart), change)
                .<Outcome<T>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(given));
    }

    private Optional<Refusal> broken(Caller caller, Cart before, Function<Cart, Outcome<Put>> change) {
        if (!(change.apply(before) instanceof Outcome.Done<Put> after)) {
            return Optional.empty();
        }
        List<Objection> objections =
                quotation.objectionsToLines(caller, after.value().next());
        return objections.isEmpty()
                ? Optional.empty()
                : first(objections, faults(caller, before)).map(CartRules::refusal);
    }

    /** The plan without the lines that would break a rule, which are refused, each as if those before it were in the cart. */
    Plan obeyed(Caller caller, Plan plan) {
        if (!plan.addsSomething()) {
            return plan;
        }
        Cart before = answers.whole(plan.cart());
        List<Judged> lines = new ArrayList<>(plan.lines());
        Filling filling = Filling.of(before, lines);
        List<Objection> objections = quotation.objectionsToLines(caller, filling.cart());
        Set<Fault> known = objections.isEmpty() ? Set.of() : faults(caller, before);
        Optional<Objection> objection = first(objections, known);
        while (objection.isPresent() && !filling.added().isEmpty()) {
            int last = filling.lastOn(objection.get().line().orElseThrow());
            Judged refused = lines.get(last);
            lines.set(last, new Judged(refused.asked(), Outcome.refused(refusal(objection.get())), refused.guidance()));
            filling = Filling.of(before, lines);
            objection = first(quotation.objectionsToLines(caller, filling.cart()), known);
        }
        return new Plan(plan.target(), plan.cart(), lines);
    }

    /** A cart with the lines that are added to it, and for each that is, on which line it is. */
    private record Filling(Cart cart, List<Integer> added, List<LineId> on) {

        static Filling of(Cart before, List<Judged> lines) {
            Cart cart = before;
            List<Integer> added = new ArrayList<>();
            List<LineId> on = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                Cart current = cart;
                Judged judged = lines.get(i);
                Outcome<Put> put = judged.content()
                        .flatMap(content -> CartEdit.add(
                                current, content.whole(), judged.asked().quantity(), before.changedAt()));
                if (put.isDone()) {
                    cart = put.orElseThrow().next();
                    added.add(i);
                    on.add(put.orElseThrow().line().id());
                }
            }
            return new Filling(cart, added, on);
        }

        /** The last that was added to this line; to any, when it is a line that nothing was added to. */
        int lastOn(LineId line) {
            int place = on.lastIndexOf(line);
            return added.get(place < 0 ? added.size() - 1 : place);
        }
    }

    /** What there was against the cart before. */
    private Set<Fault> faults(Caller caller, Cart before) {
        return quotation.objectionsToLines(caller, before).stream()
                .map(CartRules::fault)
                .collect(Collectors.toSet());
    }

    /** The first that was not there before. */
    private static Optional<Objection> first(List<Objection> objections, Set<Fault> known) {
        return objections.stream()
                .filter(objection -> !known.contains(fault(objection)))
                .findFirst();
    }

    private static Fault fault(Objection objection) {
        return new Fault(objection.code(), objection.line().orElseThrow());
    }

    private static Refusal refusal(Objection objection) {
        return new Refusal(Refusal.Kind.UNPROCESSABLE, objection.code(), objection.message(), List.of());
    }
}
