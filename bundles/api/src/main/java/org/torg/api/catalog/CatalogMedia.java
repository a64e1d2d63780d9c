package org.torg.api.catalog;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;

/**
 * What articles and categories have besides texts: pictures, documents, articles that belong to them. As public as the catalogue
 * itself; who is confined to a vendor sees of the others nothing.
 */
@ProviderType
public interface CatalogMedia {

    /** All of one article; of one that the caller does not see, nothing. Three statements at most. */
    Extras of(Caller caller, ArticleKey article);

    /** The first picture of each of these articles that has one. One statement for each vendor among them. */
    Map<ArticleKey, Medium> pictures(Caller caller, Collection<ArticleKey> articles);

    /** The first picture of each of these categories that has one. One statement for each vendor among them. */
    Map<Category, Medium> categoryPictures(Caller caller, Collection<Category> categories);

    /** The bytes of a picture in one size, or of a document. Refused with {@code media-not-found}. */
    Outcome<Content> open(Caller caller, String hash);

    /**
     * @param media pictures before documents, each in their order
     * @param related by relation, each in their order; one that is not sold any more is not there
     */
    record Extras(List<Medium> media, List<RelatedArticle> related) {
        public Extras {
            media = List.copyOf(media);
            related = List.copyOf(related);
        }
    }

    /** The same bytes for ever. */
    interface Content {

        String mediaType();

        String fileName();

        long bytes();

        /** From the beginning; to be closed. */
        InputStream open();
    }
}
