package org.torg.kernel.cart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.CartView;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.cart.Reuse;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.Guidance;
import org.torg.api.configurator.Guidance.Misfit;
import org.torg.api.pricing.LineId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.cart.CartFilling.FilledLine;
import org.torg.kernel.cart.CartFilling.Plan;
import org.torg.kernel.cart.CartFilling.Target;
import org.torg.kernel.pricing.BoughtNets;
import org.torg.kernel.vendor.Generations;

/**
 * Puts lines of earlier into a cart under today's catalogue and models, and tells what became of each. Answers that nothing asks for any
 * more are left out and told of; nothing takes their place.
 */
@Component(service = CartReuse.class)
public final class CartReuse {
    private final Generations generations;
    private final CartFilling filling;
    private final CartAccess access;
    private final CartLines lines;
    private final CartQuotation quotation;

    @Activate
    public CartReuse(
            @Reference Generations generations,
            @Reference CartFilling filling,
            @Reference CartAccess access,
            @Reference CartLines lines,
            @Reference CartQuotation quotation) {
        this.generations = generations;
        this.filling = filling;
        this.access = access;
        this.lines = lines;
        this.quotation = quotation;
    }

    /**
     * A line of earlier.
     *
     * @param configuration without anything about a recipient
     */
    public record Earlier(
            LineId id, Sku sku, int quantity, Optional<Configuration> configuration, Optional<RecipientId> recipient) {

        private NewLine as(Optional<Answers> answers) {
            return new NewLine(sku, quantity, answers, recipient);
        }

        private Optional<Answers> answers() {
            return configuration.map(Configuration::answers);
        }
    }

    /** @param left for each line, the answers that were left out of it */
    public record Planned(List<Earlier> earlier, List<List<Misfit>> left, Plan plan) {}

    /** @param filled what became of each line */
    public record Placed(Cart cart, List<Earlier> earlier, List<List<Misfit>> left, List<FilledLine> filled) {}

    /**
     * Judges the lines; one statement for all, one more when answers have to be left out. Refused as {@link CartFilling#plan}, with
     * {@code vendor-unavailable}, {@code vendor-failed},
     * {@code cart-vendor-differs}, and with {@code nothing-to-add}. Not to be used inside a transaction.
     */
    public Outcome<Planned> plan(Caller caller, VendorId vendor, Target target, List<Earlier> earlier) {
        // Without its vendor nobody can judge it: nothing is put into a cart as if it were right.
        return generations
                .using(Optional.of(vendor), present -> Outcome.done(vendor))
                .flatMap(present -> filling.plan(caller, target, asked(earlier)))
                .flatMap(plan ->
                        plan.cart().vendor().equals(vendor) ? Outcome.done(plan) : Outcome.refused(vendorDiffers()))
                .map(plan -> fitting(caller, earlier, plan))
                .flatMap(CartReuse::present)
                .flatMap(planned -> planned.plan().addsSomething()
                        ? Outcome.done(planned)
                        : Outcome.refused(nothing(planned.plan().lines().stream()
                                .map(CartFilling.Judged::content)
                                .toList())));
    }

    /** A vendor that goes away meanwhile does not make its articles unknown. */
    private static Outcome<Planned> present(Planned planned) {
        return planned.plan().lines().stream()
                .map(CartFilling.Judged::content)
                .filter(Outcome.Refused.class::isInstance)
                .map(refused -> ((Outcome.Refused<?>) refused).refusal())
                .filter(refusal -> refusal.kind() == Refusal.Kind.UNAVAILABLE)
                .findFirst()
                .<Outcome<Planned>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(planned));
    }

    private static List<NewLine> asked(List<Earlier> earlier) {
        return earlier.stream().map(line -> line.as(line.answers())).toList();
    }

    private Planned fitting(Caller caller, List<Earlier> earlier, Plan plan) {
        List<List<Misfit>> left = new ArrayList<>();
        List<NewLine> fitting = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            LeftAnswers leaving =
                    LeftAnswers.of(earlier.get(i).answers(), plan.lines().get(i));
            left.add(leaving.left());
            fitting.add(earlier.get(i).as(leaving.answers()));
        }
        return new Planned(
                earlier,
                left,
                left.stream().allMatch(List::isEmpty)
                        ? plan
                        : filling.judged(caller, plan.target(), plan.cart(), fitting));
    }

    /**
     * Stores what was planned.
     *
     * @throws RefusedException when nothing can be added any more, and as {@link CartFilling#carryOut}
     */
    public Placed carryOut(Tx tx, Planned planned) {
        CartFilling.Filled filled = filling.carryOut(tx, planned.plan());
        if (filled.lines().stream().noneMatch(line -> line.line().isDone())) {
            throw new RefusedException(
                    nothing(filled.lines().stream().map(FilledLine::line).toList()));
        }
        return new Placed(filled.cart(), planned.earlier(), planned.left(), filled.lines());
    }

    /** An open cart as it is stored, with nothing of earlier in it. */
    public Placed none(Tx tx, Plan empty) {
        return new Placed(filling.carryOut(tx, empty).cart(), List.of(), List.of(), List.of());
    }

    /** How things stand for who asks again: which lines of the cart are those of earlier is told by what is on them. */
    public Outcome<Placed> again(Caller caller, CartId id, List<Earlier> earlier) {
        return access.read(caller, id).map(cart -> {
            Planned planned = fitting(
                    caller,
                    earlier,
                    new Plan(new Target.Into(id, Optional.empty()), cart, lines.judge(caller, cart, asked(earlier))));
            Set<LineId> taken = new HashSet<>();
            List<FilledLine> found = planned.plan().lines().stream()
                    .map(judged -> new FilledLine(
                            judged.asked(),
                            judged.content().flatMap(content -> line(cart, judged, taken)),
                            judged.guidance()))
                    .toList();
            return new Placed(cart, earlier, planned.left(), found);
        });
    }

    /** Plain ones were put together on one line; each of the others has one of its own. */
    private static Outcome<LineId> line(Cart cart, CartFilling.Judged judged, Set<LineId> taken) {
        NewLine asked = judged.asked();
        boolean plain = judged.guidance().isEmpty() && asked.recipient().isEmpty();
        return cart.lines().stream()
                .filter(line ->
                        line.sku().equals(asked.sku()) && line.recipient().equals(asked.recipient()))
                .map(Cart.Line::id)
                .filter(line -> plain || taken.add(line))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("line")));
    }

    /** With today's prices. */
    public Reuse told(Caller caller, Placed placed) {
        CartView view = quotation.shown(caller, placed.cart());
        Map<LineId, Money> nets =
                view.quotation().map(priced -> BoughtNets.of(priced.priced())).orElse(Map.of());
        List<Reuse.Line> told = new ArrayList<>();
        for (int i = 0; i < placed.filled().size(); i++) {
            told.add(told(
                    placed.earlier().get(i),
                    placed.filled().get(i),
                    placed.left().get(i),
                    nets));
        }
        return new Reuse(view, told);
    }

    private static Reuse.Line told(Earlier earlier, FilledLine filled, List<Misfit> left, Map<LineId, Money> nets) {
        Optional<LineId> line =
                filled.line() instanceof Outcome.Done<LineId> done ? Optional.of(done.value()) : Optional.empty();
        Optional<Guidance> guidance = line.flatMap(added -> filled.guidance());
        List<Misfit> misfits = new ArrayList<>(left);
        guidance.ifPresent(today -> misfits.addAll(today.misfits()));
        return new Reuse.Line(
                earlier.id(),
                earlier.sku(),
                earlier.quantity(),
                line,
                filled.line() instanceof Outcome.Refused<LineId> refused
                        ? Optional.of(refused.refusal())
                        : Optional.empty(),
                filled.guidance()
                        .filter(today -> earlier.configuration()
                                .filter(then -> then.model().equals(today.hash()))
                                .isEmpty())
                        .isPresent(),
                misfits,
                guidance.map(Guidance::missing).orElse(List.of()),
                guidance.map(today -> defaulted(today, filled.asked())).orElse(List.of()),
                line.flatMap(added -> Optional.ofNullable(nets.get(added))));
    }

    private static List<String> defaulted(Guidance today, NewLine asked) {
        Map<String, Object> given =
                new HashMap<>(asked.answers().orElse(Answers.NONE).byQuestion());
        return today.questions().stream()
                .map(Guidance.QuestionState::code)
                .filter(code -> today.answers().to(code).isPresent() && !given.containsKey(code))
                .toList();
    }

    private static Refusal vendorDiffers() {
        return Refusal.of(
                Refusal.Kind.UNPROCESSABLE, "cart-vendor-differs", "This cart is for another vendor's articles.");
    }

    private static Refusal nothing(List<? extends Outcome<?>> lines) {
        List<Refusal.Detail> details = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof Outcome.Refused<?> refused) {
                details.add(new Refusal.Detail(
                        "/lines/" + i,
                        refused.refusal().code(),
                        refused.refusal().message()));
            }
        }
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "nothing-to-add", "No line can be added.")
                .with(details);
    }
}
