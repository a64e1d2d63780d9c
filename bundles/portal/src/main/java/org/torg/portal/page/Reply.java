package org.torg.portal.page;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.Cookie;

/** What a browser is answered. */
public sealed interface Reply {

    List<Cookie> cookies();

    /** A page. */
    record Page(int status, Html content, List<Cookie> cookies) implements Reply {
        public Page {
            cookies = List.copyOf(cookies);
        }
    }

    /** Look there: after every form that was carried out, so that reloading repeats nothing. */
    record SeeOther(String path, List<Cookie> cookies) implements Reply {
        public SeeOther {
            cookies = List.copyOf(cookies);
        }
    }

    static Reply page(Html content) {
        return page(200, content);
    }

    static Reply page(int status, Html content) {
        return new Page(status, content, List.of());
    }

    /** @param path begins with a slash */
    static Reply seeOther(String path) {
        return new SeeOther(path, List.of());
    }

    default Reply with(Cookie cookie) {
        List<Cookie> more = new ArrayList<>(cookies());
        more.add(cookie);
        if (this instanceof Page page) {
            return new Page(page.status(), page.content(), more);
        }
        return new SeeOther(((SeeOther) this).path(), more);
    }
}
