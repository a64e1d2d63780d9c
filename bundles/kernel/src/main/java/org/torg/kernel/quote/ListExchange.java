package org.torg.kernel.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists.Carried;
import org.torg.api.quote.ProjectLists.CartFilled;
import org.torg.api.quote.ProjectLists.ListFilled;
import org.torg.api.quote.ProjectLists.Remark;
import org.torg.kernel.cart.CartFilling;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;

/** Carries lines from lists into carts and back. What is about a recipient stays in the cart. */
@Component(service = ListExchange.class)
public final class ListExchange {

    private final Commands commands;
    private final ListAccess access;
    private final ListIntake intake;
    private final CartFilling filling;

    @Activate
    public ListExchange(
            @Reference Commands commands,
            @Reference ListAccess access,
            @Reference ListIntake intake,
            @Reference CartFilling filling) {
        this.commands = commands;
        this.access = access;
        this.intake = intake;
        this.filling = filling;
    }

    Outcome<CartFilled> fillCart(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, List<LineId> lines, Optional<CartId> cart) {
        return commands.run(
                caller,
                key,
                "fill-cart-from-project-list",
                List.of(id, lines, cart),
                target -> access.read(caller, id).map(list -> new CartFilled(new CartId(target), List.of())),
                () -> access.read(caller, id)
                        .flatMap(list -> ListEdit.chosen(list, lines).flatMap(chosen -> plan(caller, list, chosen, cart)
                                .flatMap(ListExchange::addable)
                                .map(plan -> tx -> {
                                    CartFilling.Filled filled = filling.carryOut(tx, plan);
                                    return new Effect<>(
                                            new CartFilled(filled.cart().id(), carried(chosen, filled)),
                                            filled.cart().id().value(),
                                            Optional.of(filled.cart().account()),
                                            List.of());
                                }))));
    }

    private Outcome<CartFilling.Plan> plan(
            Caller caller, ProjectList list, List<ProjectList.Line> chosen, Optional<CartId> cart) {
        List<Carts.NewLine> asked = chosen.stream()
                .map(line -> new Carts.NewLine(
                        line.sku(),
                        line.quantity(),
                        line.configuration().map(Configuration::answers),
                        Optional.empty()))
                .toList();
        CartFilling.Target target = cart.<CartFilling.Target>map(
                        into -> new CartFilling.Target.Into(into, Optional.empty()))
                .orElseGet(() -> new CartFilling.Target.Anew(Optional.of(list.vendor())));
        return filling.plan(caller, target, asked)
                .flatMap(plan -> plan.cart().vendor().equals(list.vendor())
                        ? Outcome.done(plan)
                        : Outcome.refused(vendorDiffers()));
    }

    /** A cart is not opened for nothing. */
    private static Outcome<CartFilling.Plan> addable(CartFilling.Plan plan) {
        if (plan.addsSomething()) {
            return Outcome.done(plan);
        }
        List<Refusal.Detail> why = new ArrayList<>();
        for (int i = 0; i < plan.lines().size(); i++) {
            if (plan.lines().get(i).content() instanceof Outcome.Refused<?> refused) {
                why.add(new Refusal.Detail(
                        "/lines/" + i,
                        refused.refusal().code(),
                        refused.refusal().message()));
            }
        }
        return Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, "nothing-to-add", "No line can be added.")
                .with(why));
    }

    private static List<Carried> carried(List<ProjectList.Line> chosen, CartFilling.Filled filled) {
        List<Carried> carried = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            carried.add(carried(chosen.get(i), filled.lines().get(i).line()));
        }
        return carried;
    }

    private static Carried carried(ProjectList.Line line, Outcome<LineId> became) {
        return became instanceof Outcome.Refused<LineId> refused
                ? new Carried(
                        line.id(),
                        line.sku(),
                        line.quantity(),
                        Optional.empty(),
                        List.of(new Remark(
                                refused.refusal().code(), refused.refusal().message())))
                : new Carried(line.id(), line.sku(), line.quantity(), Optional.of(became.orElseThrow()), List.of());
    }

    Outcome<ListFilled> addFromCart(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, CartId cart, List<LineId> lines) {
        return commands.run(
                caller,
                key,
                "add-project-lines-from-cart",
                List.of(id, cart, lines),
                target -> access.read(caller, id).map(list -> new ListFilled(list, List.of())),
                () -> access.read(caller, id).flatMap(list -> open(caller, cart, list)
                        .flatMap(from -> chosen(from, lines))
                        .map(chosen -> tx -> {
                            ListIntake.Taken taken = intake.take(
                                    tx,
                                    caller,
                                    id,
                                    chosen.stream().map(ListExchange::kept).toList());
                            List<Carried> carried = new ArrayList<>();
                            for (int i = 0; i < chosen.size(); i++) {
                                Cart.Line line = chosen.get(i);
                                carried.add(new Carried(
                                        line.id(),
                                        line.sku(),
                                        line.quantity(),
                                        Optional.of(taken.ids().get(i)),
                                        remarks(line)));
                            }
                            return new Effect<>(
                                    new ListFilled(taken.list(), carried),
                                    id.value(),
                                    Optional.of(taken.list().account()),
                                    List.of());
                        })));
    }

    private Outcome<Cart> open(Caller caller, CartId cart, ProjectList list) {
        return filling.plan(caller, new CartFilling.Target.Into(cart, Optional.empty()), List.of())
                .map(CartFilling.Plan::cart)
                .flatMap(found ->
                        found.vendor().equals(list.vendor()) ? Outcome.done(found) : Outcome.refused(vendorDiffers()));
    }

    private static Outcome<List<Cart.Line>> chosen(Cart cart, List<LineId> ids) {
        Set<LineId> wanted = new HashSet<>(ids);
        List<Cart.Line> chosen = cart.lines().stream()
                .filter(line -> ids.isEmpty() || wanted.remove(line.id()))
                .toList();
        return wanted.isEmpty()
                ? Outcome.done(chosen)
                : Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, "line-unknown", "There is no such line."));
    }

    /** The cart was read without what is sealed in it: nothing here is about a recipient (D16). */
    private static ProjectList.Line kept(Cart.Line line) {
        return new ProjectList.Line(
                new LineId("new"),
                line.sku(),
                line.quantity(),
                line.configuration()
                        .map(full -> new Configuration(full.product(), full.model(), withoutFiles(full.answers()))),
                Optional.empty());
    }

    static Answers withoutFiles(Answers answers) {
        Answers kept = answers;
        for (var answer : answers.byQuestion().entrySet()) {
            if (answer.getValue() instanceof Answer.Uploaded) {
                kept = kept.without(answer.getKey());
            }
        }
        return kept;
    }

    private static List<Remark> remarks(Cart.Line line) {
        List<Remark> remarks = new ArrayList<>();
        if (line.recipient().isPresent()) {
            remarks.add(
                    remark("recipient-left-out", "For whom it is, and what was answered about them, was left out."));
        }
        if (line.configuration()
                .filter(full -> !withoutFiles(full.answers()).equals(full.answers()))
                .isPresent()) {
            remarks.add(remark("files-left-out", "Files were left out."));
        }
        return remarks;
    }

    private static Remark remark(String code, String english) {
        return new Remark(code, Message.of("carried." + code, english));
    }

    private static Refusal vendorDiffers() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "cart-vendor-differs", "List and cart are of different vendors.");
    }
}
