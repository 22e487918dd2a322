"""What AG Grid itself says, to readers and to screen readers, by its own keys; English is what it says by default."""

from __future__ import annotations

from dashboards.language import N_, Spoken

GRID_WORDS = Spoken(
    {
        "noRowsToShow": N_("No rows to show"),
        "loadingOoo": N_("Loading …"),
        "page": N_("Page"),
        "to": N_("to"),
        "of": N_("of"),
        "more": N_("more"),
        "pageSizeSelectorLabel": N_("Rows per page:"),
        "ariaPageSizeSelectorLabel": N_("Rows per page"),
        "firstPage": N_("First page"),
        "previousPage": N_("Previous page"),
        "nextPage": N_("Next page"),
        "lastPage": N_("Last page"),
        "ariaSkeletonCellLoading": N_("Row data is loading"),
        "ariaSortableColumn": N_("Press Enter to sort"),
        "ariaRowToggleSelection": N_("Press Space to choose the row or not"),
        "ariaRowSelect": N_("Press Space to choose the row"),
        "ariaRowDeselect": N_("Press Space to take the row from the choice"),
        "ariaChecked": N_("checked"),
        "ariaUnchecked": N_("not checked"),
        "ariaColumn": N_("Column"),
        "ariaInputEditor": N_("Cell being edited"),
        "ariaLabelCellEditor": N_("Cell being edited"),
        "ariaLabelSelectField": N_("Choose a value"),
    }
)
