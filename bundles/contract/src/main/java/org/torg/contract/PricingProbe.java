package org.torg.contract;

import static org.torg.contract.Probe.Rejection.unless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.torg.api.Message;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.Adjustment.Combine;
import org.torg.api.pricing.Adjustment.Target;
import org.torg.api.pricing.Contribution;
import org.torg.api.pricing.Contribution.Rejected;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.PricingRequest;

/** Asks a pricing module in each of its phases, with a destination and before there is one. */
final class PricingProbe {

    private final Part<PricingModule> part;
    private final Answers answers;

    private PricingProbe(Part<PricingModule> part, CurrencyUnit currency) {
        this.part = part;
        this.answers = new Answers(part.source(), currency);
    }

    static Probe<List<Contribution>> of(Part<PricingModule> part, CurrencyUnit currency) {
        PricingProbe probe = new PricingProbe(part, currency);
        return new Probe<>(
                part,
                probe::ask,
                Map.of(Check.VALID, probe::valid, Check.NOT_BELOW_ZERO, NotBelowZero::judge),
                PricingProbe::messages);
    }

    private List<Contribution> ask(Sample sample) {
        List<Contribution> all = new ArrayList<>();
        PricingRequest goods = sample.goods();
        for (PricingRequest request : List.of(goods, Samples.nowhere(goods))) {
            for (Phase phase : phases()) {
                all.add(part.code().contribute(phase, request));
            }
        }
        return all;
    }

    private List<Phase> phases() {
        return part.info().phases().stream().sorted().toList();
    }

    private void valid(Sample sample, List<Contribution> all) {
        Set<LineId> lines = new HashSet<>();
        sample.goods().lines().stream().map(PricingLine::id).forEach(lines::add);
        List<Phase> phases = phases();
        for (int i = 0; i < all.size(); i++) {
            Contribution contribution = answers.contribution(
                    phases.get(i % phases.size()), sample.goods().lines().size(), all.get(i));
            Map<String, Combine> groups = new HashMap<>();
            for (Adjustment adjustment : contribution.adjustments()) {
                String rule = adjustment.rule();
                unless(!rule.isBlank(), "an adjustment has no rule");
                unless(
                        !(adjustment.target() instanceof Target.Line line) || lines.contains(line.line()),
                        rule + ": there is no such line");
                adjustment
                        .group()
                        .ifPresent(group -> unless(
                                groups.computeIfAbsent(group.name(), name -> group.combine()) == group.combine(),
                                rule + ": the group " + group.name() + " is combined in two ways"));
            }
            for (Rejected rejected : contribution.rejected()) {
                Optional<LineId> line = rejected.line();
                unless(line.isEmpty() || lines.contains(line.get()), rejected.rule() + ": there is no such line");
            }
        }
    }

    private static List<Message> messages(List<Contribution> all) {
        List<Message> messages = new ArrayList<>();
        for (Contribution contribution : all) {
            contribution.adjustments().forEach(adjustment -> messages.add(adjustment.message()));
            contribution.rejected().forEach(rejected -> messages.add(rejected.why()));
        }
        return messages;
    }
}
