package org.torg.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.torg.api.vendor.VendorId;

/** An index that is searched and written, in a folder of its own. */
final class OpenIndex implements AutoCloseable {

    /** Of what is written; an index of another form is built anew. */
    private static final String FORM = "1";

    private static final String FORM_KEY = "form";
    private static final String VENDOR_KEY = "vendor.";
    private static final double BUFFER_MIB = 8;

    private final Path folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private Map<VendorId, Long> versions;

    private OpenIndex(Path folder, IndexWriter writer, SearcherManager searchers, Map<VendorId, Long> versions) {
        this.folder = folder;
        this.writer = writer;
        this.searchers = searchers;
        this.versions = versions;
    }

    /** @throws IOException also when it is damaged, or of another form */
    static OpenIndex open(Path folder) throws IOException {
        Directory directory = directory(folder);
        try {
            Map<VendorId, Long> versions = examine(directory);
            IndexWriter writer = writer(directory, IndexWriterConfig.OpenMode.APPEND);
            SearcherManager searchers = new SearcherManager(writer, new Uncached());
            return new OpenIndex(folder, writer, searchers, versions);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Files that are read by position, not mapped: what is mapped counts as the process's memory. */
    static Directory directory(Path folder) throws IOException {
        return new NIOFSDirectory(folder);
    }

    static IndexWriter writer(Directory directory, IndexWriterConfig.OpenMode mode) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig()
                .setOpenMode(mode)
                .setRAMBufferSizeMB(BUFFER_MIB)
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
        return new IndexWriter(directory, config);
    }

    /** Reads every file once and compares the sums, and answers how far the index goes. */
    private static Map<VendorId, Long> examine(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            Map<String, String> said = reader.getIndexCommit().getUserData();
            if (!FORM.equals(said.get(FORM_KEY))) {
                throw new IOException("The index has another form");
            }
            Map<VendorId, Long> versions = new TreeMap<>(Comparator.comparing(VendorId::value));
            said.forEach((key, value) -> {
                if (key.startsWith(VENDOR_KEY)) {
                    versions.put(new VendorId(key.substring(VENDOR_KEY.length())), Long.parseLong(value));
                }
            });
            return versions;
        }
    }

    static void commit(IndexWriter writer, Map<VendorId, Long> versions) throws IOException {
        Map<String, String> said = new TreeMap<>();
        said.put(FORM_KEY, FORM);
        versions.forEach((vendor, version) -> said.put(VENDOR_KEY + vendor.value(), Long.toString(version)));
        writer.setLiveCommitData(said.entrySet());
        writer.commit();
    }

    Path folder() {
        return folder;
    }

    synchronized Map<VendorId, Long> versions() {
        return Map.copyOf(versions);
    }

    IndexWriter writer() {
        return writer;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** Makes what was written visible and keeps it. */
    void settle(Map<VendorId, Long> reached) throws IOException {
        commit(writer, reached);
        searchers.maybeRefreshBlocking();
        synchronized (this) {
            versions = Map.copyOf(reached);
        }
    }

    /** Searches that are going on come to their end. */
    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer::rollback, writer.getDirectory());
    }

    /** Filters are cheap to compute and dear to keep. */
    private static final class Uncached extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}
