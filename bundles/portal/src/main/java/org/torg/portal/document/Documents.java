package org.torg.portal.document;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.document.DocumentRenderer;
import org.torg.api.document.PrintedPage;
import org.torg.portal.look.Reader;
import org.torg.portal.page.Html;
import org.torg.portal.page.Reply;

/** Answers with documents, where somebody is installed who makes them. */
@Component(service = Documents.class)
public final class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final DocumentStyle style = new DocumentStyle();
    private final List<DocumentRenderer> renderers = new CopyOnWriteArrayList<>();

    @Activate
    public Documents() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRenderer(DocumentRenderer come) {
        renderers.add(come);
    }

    void removeRenderer(DocumentRenderer gone) {
        renderers.remove(gone);
    }

    /** Whether documents are offered at all. */
    public boolean areMade() {
        return !renderers.isEmpty();
    }

    /**
     * A document to be kept. It is made before anything is answered, so that one that fails is told on a page.
     *
     * @param file its name without its end; of another sign than a letter, digit or hyphen a hyphen is made
     * @param accent the vendor's colour, {@code #rrggbb}
     * @throws RefusedException {@code document-not-made}
     */
    public Reply reply(String file, String title, Reader reader, String accent, Html body) {
        StringOutput html = new StringOutput();
        body.write(new OwaspHtmlTemplateOutput(html));
        PrintedPage page = new PrintedPage(title, reader.locale(), style.with(accent), html.toString());
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            renderers.stream().findFirst().orElseThrow(Documents::notMade).render(page, pdf);
        } catch (IOException e) {
            LOG.warn("A document was not made: {}", e.getMessage());
            throw notMade();
        }
        return Reply.download("application/pdf", file.replaceAll("[^A-Za-z0-9-]", "-") + ".pdf", pdf::writeTo);
    }

    private static RefusedException notMade() {
        return new RefusedException(
                Refusal.of(
                        Refusal.Kind.UNAVAILABLE,
                        "document-not-made",
                        "The document could not be made just now. Try again in a minute; the page itself can be printed meanwhile."));
    }
}
