package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Guidance;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.store.CatalogStore.StockedVariant;

/** Puts what configured lines yield in their place. The one place where that is done. */
final class LineExpansion {

    /** What one knows of a product's configuration under these answers. */
    interface Guide {
        Outcome<Optional<Guidance>> of(String product, Answers answers);
    }

    /** @param variants of each line */
    record Expanded(List<PriceRequest.Line> lines, List<StockedVariant> variants, Expansion expansion) {}

    private final PriceRequest request;
    private final Articles articles;
    private final Map<Integer, Expansion.Configured> configured = new HashMap<>();
    private final ExpansionFaults faults = new ExpansionFaults();
    private final Set<Integer> left = new HashSet<>();

    private LineExpansion(PriceRequest request, Articles articles) {
        this.request = request;
        this.articles = articles;
    }

    static Outcome<Expanded> of(PriceRequest request, Pricing.Lines wanted, Articles articles, Guide guide) {
        LineExpansion expansion = new LineExpansion(request, articles);
        for (int i = 0; i < request.lines().size(); i++) {
            expansion.judge(i, guide);
        }
        if (wanted == Pricing.Lines.ALL && !expansion.faults.isEmpty()) {
            return Outcome.refused(expansion.faults.refusal());
        }
        if (expansion.configured.isEmpty() && expansion.left.isEmpty()) {
            return Outcome.done(expansion.asItStands());
        }
        Expanded expanded = expansion.expanded();
        return wanted == Pricing.Lines.ALL && !expansion.faults.isEmpty()
                ? Outcome.refused(expansion.faults.refusal())
                : Outcome.done(expanded);
    }

    private void judge(int i, Guide guide) {
        PriceRequest.Line line = request.lines().get(i);
        Optional<StockedVariant> article = articles.find(line.sku());
        if (article.isEmpty()) {
            leave(i, ExpansionFaults.unknown("/lines/" + i + "/sku", line.sku()));
            return;
        }
        Outcome<Optional<Guidance>> guided =
                guide.of(article.get().variant().product(), line.answers().orElse(Answers.NONE));
        if (guided instanceof Outcome.Refused<Optional<Guidance>> refused) {
            left.add(i);
            faults.add(i, refused.refusal());
            return;
        }
        Optional<Guidance> guidance = guided.orElseThrow();
        if (guidance.isPresent()) {
            configured.put(i, new Expansion.Configured(line, article.get().variant(), guidance.get()));
            faults.judge(i, line, guidance.get());
        } else if (line.answers().isPresent()) {
            leave(i, ExpansionFaults.notConfigured("/lines/" + i + "/answers", line.sku()));
        }
    }

    private void leave(int i, Refusal.Detail why) {
        left.add(i);
        faults.add(why);
    }

    private Expanded asItStands() {
        List<StockedVariant> variants = new ArrayList<>(request.lines().size());
        for (PriceRequest.Line line : request.lines()) {
            variants.add(articles.find(line.sku()).orElseThrow());
        }
        return new Expanded(request.lines(), variants, Expansion.none(request.lines()));
    }

    private Expanded expanded() {
        articles.need(configured.values().stream()
                .flatMap(one -> one.guidance().parts().stream())
                .map(Guidance.Part::sku)
                .toList());
        List<PriceRequest.Line> lines = new ArrayList<>();
        List<StockedVariant> variants = new ArrayList<>();
        List<Integer> origins = new ArrayList<>();
        Set<LineId> ids = new HashSet<>();
        for (int i = 0; i < request.lines().size(); i++) {
            if (left.contains(i)) {
                continue;
            }
            Expansion.Configured one = configured.get(i);
            List<PriceRequest.Line> yielded =
                    one == null ? List.of(request.lines().get(i)) : parts(i, one);
            for (PriceRequest.Line line : yielded) {
                if (!ids.add(line.id())) {
                    faults.add(
                            Refusal.detail("/lines/" + i + "/id", "line-duplicate", "Another line has the same id."));
                }
                lines.add(line);
                variants.add(articles.find(line.sku()).orElseThrow());
                origins.add(i);
            }
        }
        if (lines.size() > PriceRequest.MAX_LINES) {
            faults.add(Refusal.detail(
                    "/lines",
                    "lines-too-many",
                    "There are more than {0} lines.",
                    Argument.number(PriceRequest.MAX_LINES)));
        }
        return new Expanded(lines, variants, new Expansion(request.lines(), origins, configured, faults.details()));
    }

    /** All of a line, or nothing of it. */
    private List<PriceRequest.Line> parts(int i, Expansion.Configured one) {
        List<PriceRequest.Line> lines = new ArrayList<>();
        boolean whole = true;
        for (Guidance.Part part : one.guidance().parts()) {
            long quantity = (long) part.quantity() * one.line().quantity();
            if (articles.find(part.sku()).isEmpty()) {
                faults.add(ExpansionFaults.unknown("/lines/" + i + "/sku", part.sku()));
                whole = false;
            } else if (quantity > PriceRequest.MAX_QUANTITY) {
                faults.add(ExpansionFaults.tooMany("/lines/" + i + "/quantity"));
                whole = false;
            } else {
                LineId id = new LineId(one.line().id().value() + "." + (lines.size() + 1));
                lines.add(new PriceRequest.Line(id, part.sku(), (int) quantity));
            }
        }
        if (lines.isEmpty() && whole && one.guidance().complete()) {
            faults.add(Refusal.detail(
                    "/lines/" + i + "/answers", "configuration-empty", "Configured so, nothing would be delivered."));
        }
        return whole ? lines : List.of();
    }
}
