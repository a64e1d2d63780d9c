package org.torg.contract;

import static org.torg.contract.Probe.Rejection.unless;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.torg.api.Message;
import org.torg.api.cart.CartRule;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Vendor;

/** How the parts of a set are asked, and what is expected of their answers. */
final class Probes {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private Probes() {}

    static List<Probe<?>> of(Composed composed) {
        List<Probe<?>> probes = new ArrayList<>();
        probes.add(vendor(composed.vendor()));
        composed.loyalty().ifPresent(part -> probes.add(loyalty(part)));
        composed.cartRules().forEach(part -> probes.add(rule(part)));
        composed.pricing()
                .forEach(part ->
                        probes.add(PricingProbe.of(part, composed.descriptor().currency())));
        // Where two have one code, the one that joined is at fault.
        List<Part<ShippingModule>> before = new ArrayList<>();
        String home = composed.vendor().bundle();
        composed.shipping().stream()
                .sorted(Comparator.comparing(
                        (Part<ShippingModule> part) -> !part.bundle().equals(home)))
                .forEach(part -> {
                    probes.add(shipping(composed, part, List.copyOf(before)));
                    before.add(part);
                });
        return probes;
    }

    private static Probe<List<Object>> vendor(Part<Vendor> part) {
        return new Probe<>(
                part,
                sample -> {
                    Parameters parameters = sample.goods().parameters();
                    return List.of(
                            part.code().terms(parameters),
                            part.code().snapshots(parameters),
                            part.code().accounts(parameters),
                            part.code().configurations(parameters));
                },
                Map.of(Check.VALID, (sample, answer) -> {
                    Answers.terms(part.source(), (Terms) answer.get(0));
                    Answers.configurations(
                            part.source(),
                            part.code().configurations(sample.goods().parameters()));
                }),
                answer -> List.of());
    }

    private record Loyalty(List<Tier> tiers, Optional<String> suggested) {}

    private static Probe<Loyalty> loyalty(Part<LoyaltyProgram> part) {
        LoyaltyProgram program = part.code();
        return new Probe<>(
                part,
                sample -> {
                    Parameters parameters = sample.goods().parameters();
                    return new Loyalty(program.tiers(parameters), program.suggest(sample.history(), parameters));
                },
                Map.of(Check.VALID, (sample, answer) -> {
                    List<Tier> tiers = Answers.tiers(part.source(), answer.tiers());
                    unless(!tiers.isEmpty(), "there is no tier, and a new account has the first");
                    for (Tier tier : tiers) {
                        unless(
                                CODE.matcher(tier.code()).matches(),
                                "the tier " + tier.code() + " is not in kebab case");
                        unless(
                                COLOUR.matcher(tier.colour()).matches(),
                                "the colour " + tier.colour() + " of the tier " + tier.code() + " is no #rrggbb");
                    }
                    answer.suggested()
                            .ifPresent(code -> unless(
                                    tiers.stream().anyMatch(tier -> tier.code().equals(code)),
                                    "suggests the tier " + code + ", which is not there"));
                }),
                answer -> answer.tiers().stream().map(Tier::name).toList());
    }

    private static Probe<List<Objection>> rule(Part<CartRule> part) {
        return new Probe<>(
                part,
                sample -> part.code().check(sample.facts()),
                Map.of(Check.VALID, (sample, answer) -> {
                    Set<LineId> lines = new HashSet<>();
                    sample.goods().lines().stream().map(PricingLine::id).forEach(lines::add);
                    for (Objection objection : Answers.objections(part.source(), lines.size(), answer)) {
                        unless(
                                objection.line().isEmpty()
                                        || lines.contains(objection.line().get()),
                                objection.code() + ": there is no such line");
                    }
                }),
                answer -> answer.stream().map(Objection::message).toList());
    }

    private static Probe<List<DeliveryOption>> shipping(
            Composed composed, Part<ShippingModule> part, List<Part<ShippingModule>> before) {
        Answers answers = new Answers(part.source(), composed.descriptor().currency());
        return new Probe<>(
                part,
                sample -> part.code().options(sample.goods()),
                Map.of(Check.VALID, (sample, answer) -> {
                    for (DeliveryOption option : answers.options(answer)) {
                        String code = option.code();
                        for (Part<ShippingModule> other : before) {
                            unless(
                                    other.code().options(sample.goods()).stream()
                                            .noneMatch(taken -> taken.code().equals(code)),
                                    "the delivery option " + code + " is also in "
                                            + other.info().name());
                        }
                    }
                }),
                Probes::messages);
    }

    private static List<Message> messages(List<DeliveryOption> options) {
        List<Message> messages = new ArrayList<>();
        for (DeliveryOption option : options) {
            messages.add(option.name());
            option.waiver().ifPresent(waiver -> messages.add(waiver.message()));
        }
        return messages;
    }
}
