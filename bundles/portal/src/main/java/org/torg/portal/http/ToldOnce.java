package org.torg.portal.http;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import org.torg.portal.page.Cookies;
import org.torg.portal.page.Reply;
import org.torg.portal.page.Visit;

/**
 * What is to be told once, on the next page: only a whole page that is loaded to be seen tells it, and only the reply with that page
 * takes it from the browser. Pieces of pages, pictures, uploads and what is fetched in advance leave it where it is.
 */
final class ToldOnce {

    private static final String SHAPE = "told\\.[a-z.-]{1,60}";

    private ToldOnce() {}

    /** The key of the sentence that this request's page is to tell. */
    static Optional<String> of(HttpServletRequest request) {
        return Cookies.of(request, Cookies.TOLD)
                .filter(key -> key.matches(SHAPE))
                .filter(key -> loadsPage(request));
    }

    /** Whether the sentence has been told with this reply. */
    static boolean isTold(Visit visit, Reply reply) {
        return reply instanceof Reply.Page && visit.told().isPresent();
    }

    /** Browsers say what a request is for (Fetch Metadata); what does not say it is taken for a page. */
    private static boolean loadsPage(HttpServletRequest request) {
        boolean seen = Stream.of("Sec-Purpose", "Purpose")
                .flatMap(name -> Stream.ofNullable(request.getHeader(name)))
                .noneMatch(purpose -> purpose.toLowerCase(Locale.ROOT).contains("prefetch"));
        String place = request.getHeader("Sec-Fetch-Dest");
        return seen
                && !"HEAD".equals(request.getMethod())
                && !"true".equals(request.getHeader("HX-Request"))
                && (place == null || place.equals("document"));
    }
}
