package org.torg.api.portal;

import java.util.List;
import java.util.Optional;

/**
 * What a page holds, from top to bottom.
 *
 * @param title its heading
 * @param intro a sentence under it
 */
public record PageModel(Shown title, Optional<Shown> intro, List<PagePart> parts) {

    public PageModel {
        parts = List.copyOf(parts);
    }

    public static PageModel of(Shown title, PagePart... parts) {
        return new PageModel(title, Optional.empty(), List.of(parts));
    }
}
