package org.torg.portal.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.portal.page.Fields;
import org.torg.portal.page.SentFile;

/** What a form brought: its fields, and a file where it sends one, which is read as it comes. */
record SentForm(Fields fields, Optional<SentFile> file) {

    private static final Logger LOG = LoggerFactory.getLogger(SentForm.class);
    private static final String MULTIPART = "multipart/";
    static final SentForm NOTHING = new SentForm(Fields.NONE, Optional.empty());

    /** What cannot be read has no fields: it carries no token either, and is refused for that. */
    static SentForm of(HttpServletRequest request, Fields query) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length())) {
            return new SentForm(fields(request, query), Optional.empty());
        }
        Optional<String> boundary = MultipartForm.boundary(type);
        if (boundary.isEmpty()) {
            return NOTHING;
        }
        try {
            return MultipartForm.read(request.getInputStream(), boundary.get(), request.getContentLengthLong());
        } catch (IOException e) {
            LOG.info("A form with a file could not be read: {}", e.getMessage());
            return NOTHING;
        }
    }

    /** What was posted alone: nothing of the query becomes part of a form. */
    private static Fields fields(HttpServletRequest request, Fields query) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            List<String> all = Arrays.asList(values);
            List<String> rest = all.subList(Math.min(query.all(name).size(), all.size()), all.size());
            if (!rest.isEmpty()) {
                posted.put(name, rest);
            }
        });
        return new Fields(posted);
    }
}
