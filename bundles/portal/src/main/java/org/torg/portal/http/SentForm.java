package org.torg.portal.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.portal.page.Fields;
import org.torg.portal.page.SentFile;
import org.torg.portal.page.Upload;
import org.torg.portal.page.Visit;

/**
 * What a form brought: its fields, and a file where it sends one. The container reads what staff send and keeps the file on a disk,
 * to be read more than once; a customer's file is read as it comes.
 */
record SentForm(Fields fields, Optional<Upload> upload, Optional<SentFile> file) {

    private static final Logger LOG = LoggerFactory.getLogger(SentForm.class);
    static final SentForm NOTHING = new SentForm(Fields.NONE, Optional.empty(), Optional.empty());

    static SentForm of(HttpServletRequest request, Visit visit, Fields query) {
        if (!isMultipart(request)) {
            return new SentForm(fields(request, query), Optional.empty(), Optional.empty());
        }
        if (!visit.isStaff()) {
            return MultipartForm.of(request)
                    .map(form -> new SentForm(form.fields(), Optional.empty(), form.file()))
                    .orElse(NOTHING);
        }
        try {
            Part part = request.getPart(Upload.FIELD);
            Optional<Upload> upload = Optional.ofNullable(part)
                    .filter(sent -> sent.getSubmittedFileName() != null
                            && !sent.getSubmittedFileName().isEmpty())
                    .map(sent -> new Upload(sent.getSize(), sent::getInputStream));
            return new SentForm(fields(request, query).without(Upload.FIELD), upload, Optional.empty());
        } catch (IOException | ServletException | IllegalStateException e) {
            // Broken off, too large, or no form at all: it carries no token either, and is refused for that.
            LOG.info("A form with a file could not be read: {}", e.getClass().getSimpleName());
            return NOTHING;
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
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
