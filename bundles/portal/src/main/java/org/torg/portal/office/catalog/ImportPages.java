package org.torg.portal.office.catalog;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Function;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.Imports;
import org.torg.portal.office.Stall;
import org.torg.portal.page.Frame;
import org.torg.portal.page.Frames;
import org.torg.portal.page.Pages;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Route;
import org.torg.portal.page.SentFile;
import org.torg.portal.page.Statuses;
import org.torg.portal.page.Visit;
import org.torg.portal.template.office.catalog.JteimportGenerated;
import org.torg.portal.template.office.catalog.JteimportsGenerated;
import org.torg.portal.template.office.catalog.JtenewimportGenerated;
import org.torg.portal.template.office.catalog.JterunGenerated;

/** Imports of files: begun here, carried out by the kernel whoever looks, and told with every bad row. */
@Component(service = Pages.class)
public final class ImportPages implements Pages {

    private static final String AT = "/office/articles/imports";
    private static final Function[] RIGHTS = {Function.CATALOG_IMPORT, Function.PRICE_IMPORT, Function.ACCOUNT_MANAGE};
    private static final int PER_PAGE = 25;
    private static final int ROWS = 100;

    private final Imports imports;
    private final Frames frames;

    @Activate
    public ImportPages(@Reference Imports imports, @Reference Frames frames) {
        this.imports = imports;
        this.frames = frames;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(AT, Route.Door.STAFF, this::list),
                Route.get(AT + "/new", Route.Door.STAFF, this::fresh),
                Route.post(AT, Route.Door.STAFF, this::start),
                Route.get(AT + "/{import}", Route.Door.STAFF, this::show),
                Route.get(AT + "/{import}/state", Route.Door.STAFF, this::state),
                Route.get(AT + "/{import}/report", Route.Door.STAFF, this::report));
    }

    private Reply list(Visit visit) {
        Stall stall = Stall.present(visit, RIGHTS);
        PageRequest asked = new PageRequest(visit.query().text("after"), PER_PAGE);
        Page<ImportStatus> page =
                imports.find(visit.caller(), stall.vendor(), asked).orElseThrow();
        Frame frame = frame(visit, stall, "imports.title");
        return Reply.page(out -> JteimportsGenerated.render(out, null, frame, stall, page));
    }

    private Reply fresh(Visit visit) {
        Stall stall = Stall.present(visit, RIGHTS);
        return form(visit, 200, ImportForm.of(stall, visit.caller(), visit.query()));
    }

    private Reply form(Visit visit, int status, ImportForm form) {
        Frame frame = frame(visit, form.stall(), "import.new");
        return Reply.page(status, out -> JtenewimportGenerated.render(out, null, frame, form));
    }

    /** The file goes through to the kernel as it is read. */
    private Reply start(Visit visit) {
        Stall stall = Stall.present(visit, RIGHTS).choosing(visit.form());
        ImportForm form = ImportForm.of(stall, visit.caller(), visit.form());
        if (visit.file().isEmpty()) {
            return form(visit, 422, form.withoutFile());
        }
        Outcome<ImportStatus> started;
        try {
            started = imports.start(
                    visit.caller(),
                    visit.key(),
                    form.request(),
                    visit.file().get().content());
        } catch (UncheckedIOException e) {
            started = Outcome.refused(SentFile.incomplete());
        }
        if (started instanceof Outcome.Refused<ImportStatus> refused) {
            return form(visit, Statuses.of(refused.refusal().kind()), form.refused(refused.refusal()));
        }
        return Reply.seeOther(AT + "/" + started.orElseThrow().id().value());
    }

    private Reply show(Visit visit) {
        ImportRun run = run(visit);
        Frame frame = frames.of(
                visit,
                ArticlePages.SECTION,
                visit.reader().text("import.title"),
                Optional.of(run.status().request().vendor()));
        return Reply.page(out -> JteimportGenerated.render(out, null, frame, run));
    }

    /** The part of the page that changes while the import runs. */
    private Reply state(Visit visit) {
        ImportRun run = run(visit);
        Frame frame = frames.bare(visit, visit.reader().text("import.title"));
        return Reply.page(out -> JterunGenerated.render(out, null, frame, run));
    }

    private ImportRun run(Visit visit) {
        ImportId id = new ImportId(visit.id("import"));
        ImportStatus status = imports.get(visit.caller(), id).orElseThrow();
        Optional<String> after = visit.query().text("after");
        PageRequest page = new PageRequest(after, ROWS);
        return new ImportRun(status, imports.report(visit.caller(), id, page).orElseThrow(), after.isPresent());
    }

    private Reply report(Visit visit) {
        ImportId id = new ImportId(visit.id("import"));
        ImportStatus status = imports.get(visit.caller(), id).orElseThrow();
        return Reply.download(
                "text/csv; charset=utf-8",
                "import-" + ImportForm.word(status.request().kind()) + "-report.csv",
                new ImportReport(imports, visit.caller(), id, visit.reader())::writeTo);
    }

    private Frame frame(Visit visit, Stall stall, String title) {
        return frames.of(visit, ArticlePages.SECTION, visit.reader().text(title), Optional.of(stall.vendor()));
    }
}
