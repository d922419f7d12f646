"""Every shortcut of the program in one place: what it does, where it holds, how it is shown."""

from enum import Enum


class Keys(Enum):
    """A shortcut: keys in Qt's writing, words for menus and help, and the page it belongs to.

    Keys without a page are bound by the shell; those with one are handled by that page.
    """

    SEARCH = ("Ctrl+K", "Search people, sessions, methods, commands", "")
    HOME = ("Ctrl+1", "Go to Home", "")
    COMMUNITY = ("Ctrl+2", "Go to Community", "")
    PEOPLE = ("Ctrl+3", "Go to People", "")
    SESSIONS = ("Ctrl+4", "Go to Sessions", "")
    LIVE = ("Ctrl+5", "Go to Live", "")
    ATTENDANCE = ("Ctrl+6", "Go to Attendance", "")
    CONTRIBUTIONS = ("Ctrl+7", "Go to Contributions", "")
    SURVEYS = ("Ctrl+8", "Go to Surveys", "")
    INSIGHTS = ("Ctrl+9", "Go to Insights", "")
    REPORTS = ("Ctrl+0", "Go to Reports", "")
    SETTINGS = ("Ctrl+,", "Go to Settings", "")
    LOCK = ("Ctrl+L", "Lock now", "")
    THEME = ("Ctrl+Shift+D", "Change between light and dark", "")
    NAMES = ("Ctrl+Shift+P", "Hide names, or show them again", "")
    NEW = ("Ctrl+N", "New item of this page", "")
    QUICK_NOTE = ("Ctrl+Shift+N", "Quick note about somebody", "")
    LOG_CONTRIBUTION = ("Ctrl+Shift+C", "Log a contribution", "")
    UNDO = ("Ctrl+Z", "Undo", "")
    REDO = ("Ctrl+Shift+Z", "Redo", "")
    FIND = ("Ctrl+F", "Find on this page", "")
    EXPORT = ("Ctrl+E", "Export from this page", "")
    AS_TABLE = ("Ctrl+T", "Show charts as tables", "")
    NEXT_PANE = ("Ctrl+Tab", "Next part of the page", "")
    CLOSE_PANEL = ("Esc", "Close the panel, or go back to where you came from", "")
    HELP = ("F1", "Shortcuts of this page", "")
    OPEN = ("Ctrl+O", "Open a workspace", "")
    CALL_OPEN = ("Return", "Quiet lately: open the person", "home")
    CALL_NOTE = ("C", "Quiet lately: note a call", "home")
    CALL_SNOOZE = ("1", "Quiet lately: ask again in a week; 2 and 4 in so many weeks", "home")
    MARK_HERE = ("P", "Mark here", "attendance")
    MARK_LATE = ("L", "Mark late", "attendance")
    MARK_APOLOGIES = ("E", "Mark apologies", "attendance")
    MARK_MISSED = ("A", "Mark missed", "attendance")
    MARK_NOT_KNOWN = ("Del", "Mark not known", "attendance")
    NEXT_PERSON = ("Return", "Next person", "attendance")
    NEXT_SESSION = ("Tab", "Next session", "attendance")
    MARK_PASTE = ("Ctrl+V", "Paste marks, or names with marks, from a spreadsheet", "attendance")
    MARK_PAPER = ("Ctrl+Shift+R", "Row numbers from a paper sheet", "attendance")
    PERSON_OPEN = ("Return", "Open the page of the person", "people")
    NAME_OPEN = ("Return", "Say who it is", "names")
    NAME_NOBODY = ("N", "It is nobody here", "names")
    NAME_FORGET = ("Del", "Forget the name", "names")
    MAP_MOVE = ("Right", "Map: the nearest person to that side, with each arrow", "contributions")
    MAP_OPEN = ("Return", "Map: open the person", "contributions")
    MONTH_DAY = ("Return", "Month: open the session of the day, or plan one", "sessions")
    MONTH_NEXT = ("Space", "Month: next session of the day", "sessions")
    MONTH_TURN = ("PgDown", "Month: the month after, PgUp the one before", "sessions")
    THEME_UP = ("Alt+Up", "Season: move the theme to the date before", "sessions")
    THEME_DOWN = ("Alt+Down", "Season: move the theme to the date after", "sessions")
    THEME_NAME = ("F2", "Season: name the theme", "sessions")
    THEME_OPEN = ("Del", "Season: leave the theme open", "sessions")
    THEMES_PASTE = ("Ctrl+V", "Season: paste a list of themes", "sessions")
    SEASON_CREATE = ("Ctrl+Return", "Season: create its sessions", "sessions")
    BLOCK_UP = ("Alt+Up", "Move the block up", "planner")
    BLOCK_DOWN = ("Alt+Down", "Move the block down", "planner")
    BLOCK_RIGHT = ("Alt+Right", "Move the block into a track, or to the next one", "planner")
    BLOCK_LEFT = ("Alt+Left", "Move the block to the track before, or out", "planner")
    BLOCK_LONGER = ("+", "One minute more", "planner")
    BLOCK_SHORTER = ("-", "One minute less", "planner")
    BLOCK_ADD = ("B", "Add a block", "planner")
    BLOCK_COPY = ("Ctrl+D", "Duplicate the block", "planner")
    BLOCK_SPLIT = ("S", "Split the block in halves; with Shift it asks where", "planner")
    BLOCK_MERGE = ("J", "Merge the block with the next one", "planner")
    BLOCK_TRACKS = ("T", "Run the block in parallel tracks, or add a track", "planner")
    METHODS = ("Ctrl+M", "Method library beside the agenda", "planner")
    PRE_WORK = ("P", "Add pre-work", "planner")
    BLOCK_LOCK = ("L", "Lock the start of the block, or unlock it", "planner")
    ROOMS_AGAIN = ("R", "Draw again", "rooms")
    ROOMS_PIN = ("P", "Pin the person to the room, or let go", "rooms")
    ROOMS_MOVE = ("Alt+Right", "Move the person to the room on that side", "rooms")
    ROOMS_SEAT = ("A", "Seat somebody who comes", "rooms")
    ROOMS_LEAVE = ("Del", "The person does not come", "rooms")
    ROOMS_NAME = ("F2", "Rename the room", "rooms")
    LIVE_PAUSE = ("F5", "Pause or go on", "live")
    LIVE_MORE = ("F6", "One minute more", "live")
    LIVE_NEXT = ("F7", "Next block", "live")
    LIVE_FILTER = ("F2", "Find somebody to tick", "live")
    LIVE_CAPTURE = ("F3", "Capture a contribution", "live")
    LIVE_BLANK = ("B", "Blank the window; any key brings it back", "live")
    LIVE_TRACK = ("1", "Choose a parallel track, 0 for all of them", "live")
    PAPER_TICK = ("1", "Tick the first box, 2 the second, and go on", "paper-entry")
    PAPER_SKIP = ("Space", "Leave the line empty", "paper-entry")
    PAPER_BACK = ("Backspace", "Back to the line above, without its answer", "paper-entry")
    PAPER_NEXT = ("Return", "Next sheet, or take the sheet as it is", "paper-entry")
    PAPER_OUT = ("Del", "Leave out a sheet typed only once", "paper-entry")

    def __init__(self, keys: str, words: str, page: str) -> None:
        self.keys = keys
        self.words = words
        self.page = page

    @property
    def shown(self) -> str:
        """The keys as buttons and menus show them: "Ctrl Shift N"."""
        names = {"Return": "Enter", "Del": "Delete"}
        parts = [part or "+" for part in self.keys.split("+")]
        if self.keys == "+":
            parts = ["+"]
        return " ".join(names.get(part, part) for part in parts)


PAGE_KEYS = {
    key.name.lower(): key
    for key in (
        Keys.HOME, Keys.COMMUNITY, Keys.PEOPLE, Keys.SESSIONS, Keys.LIVE, Keys.ATTENDANCE,
        Keys.CONTRIBUTIONS, Keys.SURVEYS, Keys.INSIGHTS, Keys.REPORTS, Keys.SETTINGS,
    )
}  # fmt: skip
