package org.torg.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.CatalogSearch.Suggestions;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.search.ArticleIndex;
import org.torg.api.search.IndexedArticle;
import org.torg.api.vendor.VendorId;

/**
 * Keeps the index in a folder, each one that was built in a folder within it: {@code index-}number, and {@code .part} behind it until it is
 * whole. The one with the highest number is searched.
 */
@Component(
        service = ArticleIndex.class,
        configurationPid = "org.torg.search",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FolderArticleIndex.Configuration.class)
public final class FolderArticleIndex implements ArticleIndex {

    private static final Logger LOG = LoggerFactory.getLogger(FolderArticleIndex.class);
    private static final Pattern NAME = Pattern.compile("index-[0-9]{1,9}");
    private static final String PART = ".part";
    private static final int TRIES = 5;

    private final Path folder;
    private volatile Optional<OpenIndex> current = Optional.empty();
    private final ArticleDocuments documents = new ArticleDocuments();
    private boolean looked;

    @ObjectClassDefinition(name = "Torg search", description = "Where the index lies in which articles are searched")
    public @interface Configuration {
        @AttributeDefinition(
                description = "A folder on a local disk, of this node alone; it may be deleted while the node is down")
        String folder();
    }

    @Activate
    public FolderArticleIndex(Configuration configuration) {
        this(Path.of(configuration.folder()));
    }

    public FolderArticleIndex(Path folder) {
        this.folder = folder;
    }

    @Deactivate
    public synchronized void close() {
        Optional<OpenIndex> closing = current;
        current = Optional.empty();
        closing.ifPresent(FolderArticleIndex::close);
    }

    private static void close(OpenIndex index) {
        try {
            index.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("An index does not close: {}", e.toString());
        }
    }

    @Override
    public synchronized Optional<Map<VendorId, Long>> versions() {
        if (!looked) {
            looked = true;
            newest().ifPresent(this::openWhatIsThere);
        }
        return current.map(OpenIndex::versions);
    }

    private void openWhatIsThere(Path index) {
        try {
            current = Optional.of(OpenIndex.open(index));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index for search cannot be used and will be built anew: {}", e.toString());
        }
    }

    private Optional<Path> newest() {
        return built().stream().max(Comparator.comparingInt(FolderArticleIndex::number));
    }

    private List<Path> built() {
        return entries().stream()
                .filter(path -> NAME.matcher(String.valueOf(path.getFileName())).matches())
                .toList();
    }

    private List<Path> entries() {
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                stream.forEach(entries::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return entries;
    }

    private static int number(Path index) {
        return Integer.parseInt(String.valueOf(index.getFileName()).substring("index-".length()));
    }

    @Override
    public synchronized Building build() {
        try {
            Files.createDirectories(folder);
            entries().stream()
                    .filter(path -> String.valueOf(path.getFileName()).endsWith(PART))
                    .forEach(FolderArticleIndex::delete);
            int next = newest().map(FolderArticleIndex::number).orElse(0) + 1;
            return new FolderBuilding(folder.resolve("index-" + next));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(Collection<IndexedArticle> articles, Map<VendorId, Long> versions) {
        writing(index -> {
            for (IndexedArticle article : articles) {
                index.writer().updateDocument(key(article.key()), documents.of(article));
            }
            index.settle(versions);
        });
    }

    @Override
    public void states(Map<ArticleKey, AvailabilityState> states) {
        writing(index -> {
            IndexSearcher searcher = index.searchers().acquire();
            boolean changed = false;
            try {
                States known = new States(searcher);
                for (Map.Entry<ArticleKey, AvailabilityState> state : states.entrySet()) {
                    Term key = key(state.getKey());
                    long now = States.number(state.getValue());
                    if (known.differs(key, now)) {
                        index.writer().updateNumericDocValue(key, Fields.STATE, now);
                        changed = true;
                    }
                }
            } finally {
                index.searchers().release(searcher);
            }
            if (changed) {
                index.settle(index.versions());
            }
        });
    }

    private static Term key(ArticleKey article) {
        return new Term(Fields.KEY, Fields.key(article));
    }

    private interface Writing {
        void in(OpenIndex index) throws IOException;
    }

    private void writing(Writing work) {
        Optional<OpenIndex> index = current;
        if (index.isPresent()) {
            try {
                work.in(index.get());
            } catch (IOException | AlreadyClosedException e) {
                giveUp(index.get(), e);
            }
        }
    }

    private interface Reading<R> {
        R in(Search search) throws IOException;
    }

    private <R> Optional<R> reading(Reading<R> work) {
        for (int i = 0; i < TRIES; i++) {
            Optional<OpenIndex> index = current;
            if (index.isEmpty()) {
                return Optional.empty();
            }
            try {
                IndexSearcher searcher = index.get().searchers().acquire();
                try {
                    return Optional.of(work.in(new Search(searcher)));
                } finally {
                    index.get().searchers().release(searcher);
                }
            } catch (AlreadyClosedException e) {
                LOG.debug("The index was replaced meanwhile", e);
            } catch (IOException e) {
                giveUp(index.get(), e);
            }
        }
        return Optional.empty();
    }

    private synchronized void giveUp(OpenIndex index, Exception why) {
        Optional<OpenIndex> found = current;
        if (found.isPresent() && found.get() == index) {
            LOG.warn("The index for search is damaged and will be built anew: {}", why.toString());
            current = Optional.empty();
            close(index);
        }
    }

    @Override
    public Optional<Found> search(SearchQuery query, Locale language, int from, int limit) {
        return reading(search -> search.find(query, Language.of(language), from, limit));
    }

    @Override
    public Optional<Suggestions> suggest(String text, Optional<VendorId> vendor, Locale language, int limit) {
        return reading(search -> search.suggest(text, vendor, Language.of(language), limit));
    }

    private static void delete(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("An old index is left behind: {}", e.toString());
        }
    }

    private final class FolderBuilding implements Building {
        private final Path target;
        private final Path part;
        private final Directory directory;
        private final IndexWriter writer;
        private boolean published;

        FolderBuilding(Path target) throws IOException {
            this.target = target;
            this.part = target.resolveSibling(target.getFileName() + PART);
            this.directory = OpenIndex.directory(part);
            this.writer = OpenIndex.writer(directory, IndexWriterConfig.OpenMode.CREATE);
        }

        @Override
        public void add(Collection<IndexedArticle> articles) {
            List<Document> added = articles.stream().map(documents::of).toList();
            try {
                writer.addDocuments(added);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void publish(Map<VendorId, Long> versions) {
            try {
                writer.forceMerge(1);
                OpenIndex.commit(writer, versions);
                writer.close();
                directory.close();
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                swap(OpenIndex.open(target));
                published = true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            if (!published) {
                try {
                    writer.rollback();
                    directory.close();
                } catch (IOException | AlreadyClosedException e) {
                    LOG.debug("An index that is not wanted does not close", e);
                }
                delete(part);
            }
        }
    }

    private synchronized void swap(OpenIndex index) {
        looked = true;
        Optional<OpenIndex> old = current;
        current = Optional.of(index);
        old.ifPresent(FolderArticleIndex::close);
        built().stream().filter(path -> !path.equals(index.folder())).forEach(FolderArticleIndex::delete);
    }
}
