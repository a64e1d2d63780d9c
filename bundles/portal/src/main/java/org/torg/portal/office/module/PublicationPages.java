package org.torg.portal.office.module;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSets;
import org.torg.api.vendor.VendorId;
import org.torg.portal.office.Stall;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.module.JteproposalGenerated;

/** Publishes the next generation: first what would change is shown, then it is done. */
@Component(service = Pages.class)
public final class PublicationPages implements Pages {

    private static final String ACTIVATION = ModulePages.AT + "/{vendor}/activation";
    private static final String GENERATION = ModulePages.AT + "/{vendor}/generations/{generation}";

    private final ModuleSets sets;
    private final Frames frames;

    @Activate
    public PublicationPages(@Reference ModuleSets sets, @Reference Frames frames) {
        this.sets = sets;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(ACTIVATION, Route.Door.STAFF, this::propose),
                Route.post(ACTIVATION, Route.Door.STAFF, this::activate),
                Route.get(GENERATION, Route.Door.STAFF, this::look),
                Route.post(GENERATION, Route.Door.STAFF, this::rollBack));
    }

    private Reply propose(Visit visit) {
        Stall stall = publisher(visit);
        Activation activation = activation(visit.query());
        if (activation.files().isEmpty() && activation.remove().isEmpty()) {
            return Reply.seeOther(ModulePages.AT + "?vendor=" + stall.vendor().value())
                    .with(Cookies.told("told.nothing-chosen"));
        }
        return page(visit, 200, Proposal.activation(stall.vendor(), overview(visit, stall), activation));
    }

    private Reply activate(Visit visit) {
        Stall stall = publisher(visit);
        Activation activation = activation(visit.form());
        Proposal proposal = Proposal.activation(stall.vendor(), overview(visit, stall), activation);
        return publish(visit, proposal, () -> sets.activate(visit.caller(), visit.key(), stall.vendor(), activation));
    }

    private Reply look(Visit visit) {
        Stall stall = publisher(visit);
        return page(
                visit,
                200,
                Proposal.rollback(stall.vendor(), overview(visit, stall), generation(visit, stall.vendor())));
    }

    private Reply rollBack(Visit visit) {
        Stall stall = publisher(visit);
        ModuleSet back = generation(visit, stall.vendor());
        Proposal proposal = Proposal.rollback(stall.vendor(), overview(visit, stall), back);
        return publish(
                visit, proposal, () -> sets.rollback(visit.caller(), visit.key(), stall.vendor(), back.generation()));
    }

    /** What was shown is what is done: not when another set was published meanwhile, unless it is the very same. */
    private Reply publish(Visit visit, Proposal proposal, Supplier<Outcome<ModuleSet>> deed) {
        boolean late = visit.form()
                .version()
                .filter(seen -> seen != proposal.present().generation())
                .isPresent();
        if (late && !proposal.isDone()) {
            return page(visit, 409, proposal.late());
        }
        if (deed.get() instanceof Outcome.Refused<ModuleSet> refused) {
            return page(visit, Statuses.of(refused.refusal().kind()), proposal.refused(refused.refusal()));
        }
        String told = proposal.back().isPresent() ? "told.generation-back" : "told.generation-published";
        return Reply.seeOther(ModulePages.AT + "?vendor=" + proposal.vendor().value())
                .with(Cookies.told(told));
    }

    private Reply page(Visit visit, int status, Proposal proposal) {
        String title = visit.reader().text(proposal.back().isPresent() ? "modules.back" : "modules.activate");
        Frame frame = frames.of(visit, ModulePages.SECTION, title, Optional.of(proposal.vendor()));
        return Reply.page(status, out -> JteproposalGenerated.render(out, null, frame, proposal));
    }

    private ModuleOverview overview(Visit visit, Stall stall) {
        return sets.overview(visit.caller(), stall.vendor()).orElseThrow();
    }

    /** The cursor of generations is a number: the first one below the next. */
    private ModuleSet generation(Visit visit, VendorId vendor) {
        String number = visit.part("generation");
        Optional<Long> wanted =
                Optional.of(number).filter(text -> text.matches("[0-9]{1,17}")).map(Long::valueOf);
        return wanted.flatMap(generation -> sets
                        .generations(
                                visit.caller(), vendor, new PageRequest(Optional.of(Long.toString(generation + 1)), 1))
                        .orElseThrow()
                        .items()
                        .stream()
                        .filter(set -> set.generation() == generation)
                        .findFirst())
                .orElseThrow(() -> new RefusedException(Refusal.of(
                        Refusal.Kind.NOT_FOUND,
                        "generation-unknown",
                        "There is no generation {0}.",
                        Argument.text(number))));
    }

    private static Activation activation(Fields fields) {
        return new Activation(
                fields.all("file").stream().distinct().toList(),
                fields.all("remove").stream().distinct().toList());
    }

    /** The service asks again; here it decides whether the page is there at all. */
    private static Stall publisher(Visit visit) {
        Stall stall = ModulePages.stall(visit);
        if (!visit.caller().may(Function.MODULE_ACTIVATE, Scope.of(stall.vendor()))) {
            throw new RefusedException(Refusal.notFound("page"));
        }
        return stall;
    }
}
