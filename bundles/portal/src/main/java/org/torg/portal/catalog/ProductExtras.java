package org.torg.portal.catalog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.RelatedArticle;
import org.torg.api.catalog.Relation;
import org.torg.portal.look.Reader;

/**
 * What an article has besides texts.
 *
 * @param related by what they are to it
 */
public record ProductExtras(
        List<Medium> pictures, List<Medium> documents, Map<Relation, List<RelatedArticle>> related) {

    public static ProductExtras of(CatalogMedia.Extras extras) {
        Map<Relation, List<RelatedArticle>> related = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            List<RelatedArticle> those = extras.related().stream()
                    .filter(article -> article.relation() == relation)
                    .toList();
            if (!those.isEmpty()) {
                related.put(relation, those);
            }
        }
        return new ProductExtras(of(extras, Medium.Kind.PICTURE), of(extras, Medium.Kind.DOCUMENT), related);
    }

    private static List<Medium> of(CatalogMedia.Extras extras, Medium.Kind kind) {
        return extras.media().stream().filter(medium -> medium.kind() == kind).toList();
    }

    /** Its title, else what its file is called. */
    public static String name(Medium document, Reader reader) {
        String title = reader.of(document.title());
        return title.isBlank() ? document.fileName() : title;
    }

    /** In whole kilobytes, at least one. */
    public static long kilobytes(Medium document) {
        return Math.max(1, (document.bytes() + 500) / 1000);
    }

    /** Which languages it is in; empty where it is for everybody. */
    public static String languages(Medium document) {
        return String.join(
                ", ", document.languages().stream().map(Reader::languageName).toList());
    }
}
