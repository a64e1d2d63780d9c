package org.torg.contract;

import static org.torg.contract.ContractViolation.Kind.TEXT_MISSING;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.torg.api.LocalizedText;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.Guide;
import org.torg.api.vendor.Information.Help;
import org.torg.api.vendor.Information.Leaflet;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.VendorDescriptor;

/** What a vendor tells must be readable in its languages, and lead nowhere but to other sites' pages. */
record InformationRules(Violations violations, List<String> languages) {

    private static final int LONGEST = 4_000;

    /** @throws ContractViolation for the first thing that does not hold */
    static void hold(
            Violations violations,
            Information information,
            VendorDescriptor vendor,
            List<ParameterDefinition> parameters) {
        InformationRules rules = new InformationRules(violations, vendor.languages());
        Set<Information.Task> tasks = new HashSet<>();
        for (Help help : information.help()) {
            violations.require(tasks.add(help.task()), "information: helps twice with " + help.task());
            help.guides().forEach(rules::guide);
            help.questions().forEach(faq -> {
                rules.text(faq.question());
                rules.text(faq.answer());
            });
        }
        rules.leaflet(information.shipping(), parameters);
        rules.leaflet(information.payment(), parameters);
        information.contacts().forEach(contact -> rules.contact(contact, vendor));
    }

    private void guide(Guide guide) {
        text(guide.title());
        violations.require(!guide.links().isEmpty(), "information: a guide leads nowhere");
        guide.links()
                .values()
                .forEach(link -> violations.require(
                        "https".equals(link.getScheme()) && link.getHost() != null,
                        "information: a guide leads to something else than https"));
    }

    private void leaflet(Leaflet leaflet, List<ParameterDefinition> parameters) {
        leaflet.sections().forEach(section -> {
            text(section.title());
            text(section.text());
        });
        leaflet.figures()
                .forEach(key -> violations.require(
                        parameters.stream()
                                .anyMatch(parameter -> parameter.key().equals(key)),
                        "information: shows a parameter that there is not: " + key));
    }

    private void contact(ContactPoint contact, VendorDescriptor vendor) {
        contact.purpose().ifPresent(this::text);
        contact.market()
                .ifPresent(market -> violations.require(
                        vendor.markets().contains(market),
                        "information: a contact for a market that it does not serve"));
        violations.require(
                !contact.name().isBlank()
                        && !contact.phone().isBlank()
                        && !contact.email().isBlank(),
                "information: a contact without name, phone or e-mail");
    }

    private void text(LocalizedText text) {
        for (String language : languages) {
            String words = text.byLanguage().getOrDefault(language, "");
            violations.require(!words.isBlank(), TEXT_MISSING, "information: no text in " + language);
            violations.require(words.length() <= LONGEST, "information: a text in " + language + " is too long");
        }
    }
}
