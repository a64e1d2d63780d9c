package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Message;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Combine;
import org.torg.api.pricing.Adjustment.Group;
import org.torg.api.pricing.Adjustment.Target;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.Phase;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;

/** What the modules asked for in one phase, in their order; applies it to the cart, groups combined. */
final class Contributions {

    private final VendorId vendor;
    private final Phase phase;
    private final List<Asked> asked = new ArrayList<>();
    private boolean grouped;

    private record Asked(Adjustment adjustment, ModuleRef module) {

        Step step() {
            return new Step(adjustment.phase(), module, adjustment.rule(), adjustment.message());
        }
    }

    private record GroupKey(String name, Target target) {}

    Contributions(VendorId vendor, Phase phase) {
        this.vendor = vendor;
        this.phase = phase;
    }

    /** Candidates that the module itself rejected are noted at once. */
    void add(Contribution contribution, ModuleRef module, RunningCart cart) {
        for (Adjustment adjustment : contribution.adjustments()) {
            asked.add(new Asked(adjustment, module));
            grouped |= adjustment.group().isPresent();
        }
        for (Contribution.Rejected rejected : contribution.rejected()) {
            Step step = new Step(phase, module, rejected.rule(), rejected.why());
            if (rejected.line().isPresent()) {
                int line = cart.indexOf(rejected.line().get()).orElseThrow(() -> unknownLine(module, rejected.rule()));
                cart.reject(line, Optional.empty(), step);
            } else {
                cart.rejectOrder(Optional.empty(), Optional.empty(), step);
            }
        }
    }

    void applyTo(RunningCart cart) {
        Map<GroupKey, List<Asked>> groups = grouped ? groups() : Map.of();
        for (Asked one : asked) {
            Optional<Group> group = one.adjustment().group();
            if (group.isEmpty()) {
                apply(one, cart);
                continue;
            }
            // The whole group is combined where its first member stands.
            List<Asked> members = groups.remove(
                    new GroupKey(group.get().name(), one.adjustment().target()));
            if (members != null) {
                combine(members, group.get().combine(), cart);
            }
        }
    }

    private Map<GroupKey, List<Asked>> groups() {
        Map<GroupKey, List<Asked>> groups = new LinkedHashMap<>();
        for (Asked one : asked) {
            one.adjustment().group().ifPresent(group -> {
                List<Asked> members = groups.computeIfAbsent(
                        new GroupKey(group.name(), one.adjustment().target()), key -> new ArrayList<>());
                members.add(one);
                if (members.get(0).adjustment().group().filter(group::equals).isEmpty()) {
                    throw failure(one, "the group " + group.name() + " is combined in two ways");
                }
            });
        }
        return groups;
    }

    private void combine(List<Asked> members, Combine combine, RunningCart cart) {
        switch (combine) {
            case SUM -> members.forEach(member -> apply(member, cart));
            case FIRST -> keep(members, 0, "price.not-first", "Another one came first.", cart);
            case BEST -> keep(members, best(members, cart), "price.not-best", "Another one is better.", cart);
        }
    }

    private void keep(List<Asked> members, int kept, String key, String why, RunningCart cart) {
        apply(members.get(kept), cart);
        for (int i = 0; i < members.size(); i++) {
            if (i != kept) {
                reject(members.get(i), Message.of(key, why), cart);
            }
        }
    }

    private int best(List<Asked> members, RunningCart cart) {
        int best = 0;
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < members.size(); i++) {
            Adjustment adjustment = members.get(i).adjustment();
            long effect = adjustment.target() instanceof Target.Line
                    ? cart.effect(line(members.get(i), cart), adjustment.value())
                    : cart.effect(adjustment.value());
            if (effect < lowest) {
                lowest = effect;
                best = i;
            }
        }
        return best;
    }

    private void apply(Asked one, RunningCart cart) {
        Adjustment adjustment = one.adjustment();
        if (adjustment.charge().isPresent()) {
            cart.charge(adjustment.charge().get(), adjustment.value(), adjustment.vatCategory(), one.step());
        } else if (adjustment.target() instanceof Target.Line) {
            cart.adjust(line(one, cart), adjustment.value(), one.step());
        } else {
            cart.adjustGoods(adjustment.value(), one.step());
        }
    }

    private void reject(Asked one, Message why, RunningCart cart) {
        Adjustment adjustment = one.adjustment();
        if (adjustment.target() instanceof Target.Line) {
            cart.reject(
                    line(one, cart), Optional.of(adjustment.value()), one.step().because(why));
        } else {
            cart.rejectOrder(
                    adjustment.charge(),
                    Optional.of(adjustment.value()),
                    one.step().because(why));
        }
    }

    private int line(Asked one, RunningCart cart) {
        Target.Line target = (Target.Line) one.adjustment().target();
        return cart.indexOf(target.line())
                .orElseThrow(() -> unknownLine(one.module(), one.adjustment().rule()));
    }

    private VendorFailure unknownLine(ModuleRef module, String rule) {
        return new VendorFailure(
                vendor, module.name() + " " + module.version(), "PricingModule", rule + ": there is no such line");
    }

    private VendorFailure failure(Asked one, String reason) {
        return new VendorFailure(
                vendor, one.module().name() + " " + one.module().version(), "PricingModule", reason);
    }
}
