package org.tongban.core.download;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.download.DownloadRepository.VersionRow;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/** The downloads of the database. */
@Singleton
class PublishedDownloads implements DownloadBoard {
    private final Downloads downloads;
    private final DownloadRepository repository;
    private final Transactions transactions;

    PublishedDownloads(Downloads downloads, DownloadRepository repository, Transactions transactions) {
        this.downloads = downloads;
        this.repository = repository;
        this.transactions = transactions;
    }

    @Override
    public List<ShownDownload> shown(Language language) {
        var current = transactions.read(repository::current).stream()
                .collect(Collectors.toMap(VersionRow::download, Function.identity()));
        return downloads.of(Optional.empty()).stream()
                .flatMap(download -> Stream.ofNullable(current.get(download.id()))
                        .map(version -> new ShownDownload(
                                download.module(),
                                download.title().in(language),
                                version.name(),
                                version.size(),
                                version.version(),
                                LocalDate.ofInstant(version.publishedAt(), BusinessClock.ZONE),
                                download.href())))
                .toList();
    }
}
