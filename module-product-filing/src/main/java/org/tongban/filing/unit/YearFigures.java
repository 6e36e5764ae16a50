package org.tongban.filing.unit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.review.Remark;

/**
 * Units' figures, a row a year (PF-10). A row on which a filing in review or filed rests is locked; who saves one holds the lock
 * of the unit ({@link FilingUnits#lock}), and who hands in what rests on it holds it ({@link FilingUnits#hold}).
 */
@Singleton
public class YearFigures {
    /** Where they stand in what a reviewer sees of a submission. */
    private static final String PART = "/assets";

    private final AssetsRepository assets;

    YearFigures(AssetsRepository assets) {
        this.assets = assets;
    }

    /** The figures of a calendar year. */
    public Optional<UnitAssets> of(UUID unit, int year) {
        return assets.of(unit, year);
    }

    /** All years that were entered, the latest first. */
    public List<UnitAssets> all(UUID unit) {
        return assets.all(unit);
    }

    /** How often a year was saved; empty where it never was. */
    public Optional<Long> version(UUID unit, int year) {
        return assets.version(unit, year);
    }

    /** Adds the figures of a year; a year that is there already is left as it is. */
    public void add(UnitAssets figures) {
        assets.add(figures);
    }

    /** Puts the figures of a year in the place of those that are there, unless they are locked. */
    public void put(UnitAssets figures) {
        if (!isLocked(figures.unit(), figures.year())) {
            assets.put(figures);
        }
    }

    /** Whether what is in review or approved rests on the figures of a year, and no remark has opened them since. */
    public boolean isLocked(UUID unit, int year) {
        return assets.isLocked(unit, year);
    }

    /** Opens a year on which a reviewer remarked in a return, whatever else rests on it. */
    public void openIfRemarked(UUID unit, int year, List<Remark> remarks) {
        if (remarks.stream().map(Remark::pointer).anyMatch(YearFigures::isPart)) {
            assets.mark(unit, year, true);
        }
    }

    private static boolean isPart(String pointer) {
        return pointer.equals(PART) || pointer.startsWith(PART + "/");
    }

    /** Ends what {@link #openIfRemarked} did: something that rests on the year is handed in. */
    public void rest(UUID unit, int year) {
        assets.mark(unit, year, false);
    }
}
