package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.List;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Guidance;
import org.torg.api.pricing.PriceRequest;

/** What is wrong with lines and their configurations. Pointers end in the question. */
final class ExpansionFaults {

    /** With a dot and three digits a part's id is as long as any may be. */
    static final int LONGEST_CONFIGURED_ID = 32;

    private final List<Detail> details = new ArrayList<>();

    boolean isEmpty() {
        return details.isEmpty();
    }

    List<Detail> details() {
        return details;
    }

    void add(Detail detail) {
        details.add(detail);
    }

    /** What is wrong with a line by itself. */
    void add(int line, Refusal refusal) {
        if (refusal.details().isEmpty()) {
            details.add(new Detail("/lines/" + line + "/answers", refusal.code(), refusal.message()));
        }
        refusal.details()
                .forEach(detail ->
                        details.add(new Detail("/lines/" + line + detail.field(), detail.code(), detail.message())));
    }

    /** What keeps a configured line from being ordered. */
    void judge(int line, PriceRequest.Line asked, Guidance guidance) {
        String at = "/lines/" + line;
        if (asked.id().value().length() > LONGEST_CONFIGURED_ID) {
            add(Refusal.detail(
                    at + "/id",
                    "line-id-invalid",
                    "The id of a configured line has at most {0} characters.",
                    Argument.number(LONGEST_CONFIGURED_ID)));
        }
        for (Guidance.Misfit misfit : guidance.misfits()) {
            String question = at + "/answers/" + misfit.question();
            add(misfit.conflict().reasons().stream()
                    .findFirst()
                    .map(reason -> new Detail(question, "configuration-conflicts", reason))
                    .orElseGet(() -> conflict(question, misfit.question())));
        }
        for (String question : guidance.missing()) {
            add(Refusal.detail(
                    at + "/answers/" + question,
                    "configuration-incomplete",
                    "The question {0} needs an answer.",
                    Argument.text(question)));
        }
        if (!guidance.complete()
                && guidance.missing().isEmpty()
                && guidance.misfits().isEmpty()) {
            add(Refusal.detail(at + "/answers", "configuration-incomplete", "This is not configured completely."));
        }
    }

    private static Detail conflict(String pointer, String question) {
        return Refusal.detail(
                pointer,
                "configuration-conflicts",
                "The answer to {0} does not fit the others.",
                Argument.text(question));
    }

    static Detail unknown(String pointer, Sku sku) {
        return Refusal.detail(pointer, "sku-unknown", "There is no article {0}.", Argument.text(sku.value()));
    }

    static Detail notConfigured(String pointer, Sku sku) {
        return Refusal.detail(
                pointer, "configuration-none", "The article {0} is not configured.", Argument.text(sku.value()));
    }

    static Detail tooMany(String pointer) {
        return Refusal.detail(
                pointer, "quantity-invalid", "A quantity is 1 to {0}.", Argument.number(PriceRequest.MAX_QUANTITY));
    }

    /** Named after the first fault, with all of its sort; one of articles before one of their configuration. */
    Refusal refusal() {
        Detail first = details.stream()
                .filter(detail -> detail.code().equals("sku-unknown"))
                .findFirst()
                .orElseGet(() -> details.get(0));
        return general(first)
                .with(details.stream()
                        .filter(detail -> detail.code().equals(first.code()))
                        .toList());
    }

    private static Refusal general(Detail first) {
        return switch (first.code()) {
            case "sku-unknown" -> Refusal.of(Refusal.Kind.UNPROCESSABLE, "sku-unknown", "There is no such article.");
            case "configuration-incomplete" ->
                Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "configuration-incomplete",
                        "Not everything is configured completely.");
            case "configuration-conflicts" ->
                Refusal.of(
                        Refusal.Kind.UNPROCESSABLE, "configuration-conflicts", "Some answers do not fit each other.");
            default -> new Refusal(Refusal.Kind.UNPROCESSABLE, first.code(), first.message(), List.of());
        };
    }
}
