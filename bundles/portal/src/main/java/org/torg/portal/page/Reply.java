package org.torg.portal.page;

import java.io.IOException;
import java.io.OutputStream;
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

    /**
     * A file to be kept. It is made as it is sent.
     *
     * @param type with its charset
     * @param name of the file: letters, digits, dots and hyphens
     */
    record Download(String type, String name, Content content, List<Cookie> cookies) implements Reply {
        public Download {
            cookies = List.copyOf(cookies);
        }
    }

    /** What a file consists of. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static Reply page(Html content) {
        return page(200, content);
    }

    static Reply page(int status, Html content) {
        return new Page(status, content, List.of());
    }

    static Reply download(String type, String name, Content content) {
        return new Download(type, name, content, List.of());
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
        if (this instanceof Download file) {
            return new Download(file.type(), file.name(), file.content(), more);
        }
        return new SeeOther(((SeeOther) this).path(), more);
    }
}
