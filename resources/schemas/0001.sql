CREATE TABLE askings ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, key_name VARCHAR NOT
  NULL, expected_answers INTEGER, promise VARCHAR NOT NULL, departments VARCHAR, code_parts VARCHAR,
  asks_comment BOOLEAN NOT NULL, asks_attendance BOOLEAN NOT NULL, by_laptop BOOLEAN NOT NULL,
  on_paper BOOLEAN NOT NULL, from_file BOOLEAN NOT NULL, CONSTRAINT pk_askings PRIMARY KEY (id) )

CREATE TABLE communities ( id INTEGER NOT NULL, name VARCHAR NOT NULL, folded_name VARCHAR NOT
  NULL, strapline VARCHAR NOT NULL, organisation VARCHAR NOT NULL, purpose VARCHAR NOT NULL,
  place_between VARCHAR NOT NULL, founded_on DATE, zone VARCHAR NOT NULL, excused_rule VARCHAR(20)
  NOT NULL, CONSTRAINT pk_communities PRIMARY KEY (id), CONSTRAINT uq_communities_folded_name UNIQUE
  (folded_name), CONSTRAINT ck_communities_excusedrule CHECK (excused_rule IN ('expected',
  'set apart')) )

CREATE TABLE departments ( id INTEGER NOT NULL, name VARCHAR NOT NULL, folded_name VARCHAR NOT
  NULL, CONSTRAINT pk_departments PRIMARY KEY (id), CONSTRAINT uq_departments_folded_name UNIQUE
  (folded_name) )

CREATE TABLE instruments ( id VARCHAR NOT NULL, "key" VARCHAR NOT NULL, version INTEGER NOT NULL,
  definition VARCHAR NOT NULL, source VARCHAR NOT NULL, CONSTRAINT pk_instruments PRIMARY KEY (id) )

CREATE INDEX ix_instruments_key ON instruments ("key")

CREATE TABLE kind_wordings ( kind VARCHAR NOT NULL, name VARCHAR NOT NULL, letter VARCHAR NOT
  NULL, hidden BOOLEAN NOT NULL, CONSTRAINT pk_kind_wordings PRIMARY KEY (kind) )

CREATE TABLE method_notes ( method VARCHAR NOT NULL, note VARCHAR NOT NULL, rating INTEGER,
  CONSTRAINT pk_method_notes PRIMARY KEY (method), CONSTRAINT ck_method_notes_rating CHECK (rating
  BETWEEN 1 AND 5) )

CREATE TABLE own_fields ( id INTEGER NOT NULL, name VARCHAR NOT NULL, folded_name VARCHAR NOT
  NULL, CONSTRAINT pk_own_fields PRIMARY KEY (id), CONSTRAINT uq_own_fields_folded_name UNIQUE
  (folded_name) )

CREATE TABLE own_kinds ( id INTEGER NOT NULL, name VARCHAR NOT NULL, folded_name VARCHAR NOT NULL,
  letter VARCHAR NOT NULL, counts_as VARCHAR(20) NOT NULL, position INTEGER NOT NULL, hidden BOOLEAN
  NOT NULL, CONSTRAINT pk_own_kinds PRIMARY KEY (id), CONSTRAINT uq_own_kinds_folded_name UNIQUE
  (folded_name), CONSTRAINT ck_own_kinds_contributionkind CHECK (counts_as IN ('question', 'answer',
  'story', 'resource', 'challenge', 'experiment', 'feedback', 'help', 'hosting')) )

CREATE TABLE own_methods ( id INTEGER NOT NULL, name VARCHAR NOT NULL, folded_name VARCHAR NOT
  NULL, description VARCHAR NOT NULL, CONSTRAINT pk_own_methods PRIMARY KEY (id), CONSTRAINT
  uq_own_methods_folded_name UNIQUE (folded_name) )

CREATE TABLE people ( id INTEGER NOT NULL, name VARCHAR NOT NULL, folded_name VARCHAR NOT NULL,
  first_name VARCHAR NOT NULL, last_name VARCHAR NOT NULL, email VARCHAR NOT NULL, job_title VARCHAR
  NOT NULL, note VARCHAR NOT NULL, CONSTRAINT pk_people PRIMARY KEY (id) )

CREATE INDEX ix_people_email ON people (email)

CREATE INDEX ix_people_folded_name ON people (folded_name)

CREATE TABLE released_cuts ( "key" BLOB NOT NULL, community_id INTEGER NOT NULL, wave_id INTEGER
  NOT NULL, instrument_id VARCHAR NOT NULL, closed_on DATE NOT NULL, cut VARCHAR NOT NULL, answers
  INTEGER NOT NULL, sums VARCHAR NOT NULL, CONSTRAINT pk_released_cuts PRIMARY KEY ("key") ) WITHOUT
  ROWID

CREATE TABLE remembered_mappings ( signature VARCHAR NOT NULL, mapping VARCHAR NOT NULL,
  remembered_at DATETIME NOT NULL, CONSTRAINT pk_remembered_mappings PRIMARY KEY (signature) )

CREATE TABLE templates ( id INTEGER NOT NULL, name VARCHAR NOT NULL, folded_name VARCHAR NOT NULL,
  agenda VARCHAR NOT NULL, CONSTRAINT pk_templates PRIMARY KEY (id), CONSTRAINT
  uq_templates_folded_name UNIQUE (folded_name) )

CREATE TABLE workspace_settings ( name VARCHAR NOT NULL, value VARCHAR NOT NULL, CONSTRAINT
  pk_workspace_settings PRIMARY KEY (name) )

CREATE TABLE aliases ( id INTEGER NOT NULL, person_id INTEGER, source VARCHAR(20) NOT NULL, name
  VARCHAR NOT NULL, folded_name VARCHAR NOT NULL, how VARCHAR NOT NULL, decided BOOLEAN NOT NULL,
  learned_at DATETIME NOT NULL, CONSTRAINT pk_aliases PRIMARY KEY (id), CONSTRAINT
  uq_aliases_source_folded_name UNIQUE (source, folded_name), CONSTRAINT fk_aliases_person_id_people
  FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_aliases_source CHECK (source IN ('teams', 'zoom', 'meet', 'list', 'roster',
  'merge')) )

CREATE INDEX ix_aliases_person_id ON aliases (person_id)

CREATE TABLE block_columns ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, name VARCHAR NOT
  NULL, folded_name VARCHAR NOT NULL, position INTEGER NOT NULL, CONSTRAINT pk_block_columns PRIMARY
  KEY (id), CONSTRAINT uq_block_columns_community_id_folded_name UNIQUE (community_id, folded_name),
  CONSTRAINT fk_block_columns_community_id_communities FOREIGN KEY(community_id) REFERENCES
  communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE business_figures ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, name VARCHAR
  NOT NULL, definition VARCHAR NOT NULL, unit VARCHAR NOT NULL, source VARCHAR NOT NULL, direction
  VARCHAR(20) NOT NULL, target DOUBLE, target_on DATE, CONSTRAINT pk_business_figures PRIMARY KEY
  (id), CONSTRAINT fk_business_figures_community_id_communities FOREIGN KEY(community_id) REFERENCES
  communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT
  ck_business_figures_direction CHECK (direction IN ('higher is better', 'lower is better')) )

CREATE INDEX ix_business_figures_community_id ON business_figures (community_id)

CREATE TABLE call_notes ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, person_id INTEGER
  NOT NULL, state VARCHAR(20) NOT NULL, noted_on DATE NOT NULL, until DATE, reason VARCHAR NOT NULL,
  note VARCHAR NOT NULL, CONSTRAINT pk_call_notes PRIMARY KEY (id), CONSTRAINT
  fk_call_notes_community_id_communities FOREIGN KEY(community_id) REFERENCES communities (id) ON
  DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_call_notes_person_id_people FOREIGN
  KEY(person_id) REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT
  ck_call_notes_callstate CHECK (state IN ('called', 'snoozed')) )

CREATE INDEX ix_call_notes_person ON call_notes (community_id, person_id)

CREATE TABLE closures ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, first_on DATE NOT
  NULL, last_on DATE NOT NULL, name VARCHAR NOT NULL, CONSTRAINT pk_closures PRIMARY KEY (id),
  CONSTRAINT fk_closures_community_id_communities FOREIGN KEY(community_id) REFERENCES communities
  (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_closures_community_id ON closures (community_id)

CREATE TABLE department_stays ( id INTEGER NOT NULL, person_id INTEGER NOT NULL, department_id
  INTEGER NOT NULL, since DATE, CONSTRAINT pk_department_stays PRIMARY KEY (id), CONSTRAINT
  uq_department_stays_person_id_since UNIQUE (person_id, since), CONSTRAINT
  fk_department_stays_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_department_stays_department_id_departments
  FOREIGN KEY(department_id) REFERENCES departments (id) ON DELETE CASCADE DEFERRABLE INITIALLY
  DEFERRED )

CREATE INDEX ix_department_stays_department_id ON department_stays (department_id)

CREATE TABLE events ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, starts_on DATE NOT NULL,
  ends_on DATE, title VARCHAR NOT NULL, CONSTRAINT pk_events PRIMARY KEY (id), CONSTRAINT
  ck_events_order CHECK (ends_on IS NULL OR ends_on >= starts_on), CONSTRAINT
  fk_events_community_id_communities FOREIGN KEY(community_id) REFERENCES communities (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_events_community_day ON events (community_id, starts_on)

CREATE TABLE goals ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, position INTEGER NOT
  NULL, title VARCHAR NOT NULL, indicator VARCHAR NOT NULL, objective VARCHAR NOT NULL, unit VARCHAR
  NOT NULL, measure VARCHAR NOT NULL, baseline DOUBLE, baseline_on DATE, target DOUBLE, target_on
  DATE, owner_id INTEGER, CONSTRAINT pk_goals PRIMARY KEY (id), CONSTRAINT
  fk_goals_community_id_communities FOREIGN KEY(community_id) REFERENCES communities (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_goals_owner_id_people FOREIGN KEY(owner_id)
  REFERENCES people (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_goals_community_id ON goals (community_id)

CREATE TABLE keep_apart ( person_id INTEGER NOT NULL, other_id INTEGER NOT NULL, note VARCHAR NOT
  NULL, CONSTRAINT pk_keep_apart PRIMARY KEY (person_id, other_id), CONSTRAINT
  fk_keep_apart_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_keep_apart_other_id_people FOREIGN KEY(other_id)
  REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_keep_apart_other ON keep_apart (other_id)

CREATE TABLE norms ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, version INTEGER NOT NULL,
  position INTEGER NOT NULL, text VARCHAR NOT NULL, agreed_on DATE, CONSTRAINT pk_norms PRIMARY KEY
  (id), CONSTRAINT uq_norms_community_id_version_position UNIQUE (community_id, version, position),
  CONSTRAINT fk_norms_community_id_communities FOREIGN KEY(community_id) REFERENCES communities (id)
  ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE not_the_same ( person_id INTEGER NOT NULL, other_id INTEGER NOT NULL, said_at
  DATETIME NOT NULL, CONSTRAINT pk_not_the_same PRIMARY KEY (person_id, other_id), CONSTRAINT
  fk_not_the_same_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_not_the_same_other_id_people FOREIGN KEY(other_id)
  REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_not_the_same_other ON not_the_same (other_id)

CREATE TABLE open_questions ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, position INTEGER
  NOT NULL, text VARCHAR NOT NULL, asked_on DATE NOT NULL, settled_on DATE, answer VARCHAR NOT NULL,
  in_brief BOOLEAN NOT NULL, CONSTRAINT pk_open_questions PRIMARY KEY (id), CONSTRAINT
  fk_open_questions_community_id_communities FOREIGN KEY(community_id) REFERENCES communities (id)
  ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_open_questions_community_id ON open_questions (community_id)

CREATE TABLE own_values ( person_id INTEGER NOT NULL, field_id INTEGER NOT NULL, value VARCHAR NOT
  NULL, CONSTRAINT pk_own_values PRIMARY KEY (person_id, field_id), CONSTRAINT
  fk_own_values_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_own_values_field_id_own_fields FOREIGN KEY(field_id)
  REFERENCES own_fields (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE person_tags ( person_id INTEGER NOT NULL, tag VARCHAR NOT NULL, CONSTRAINT
  pk_person_tags PRIMARY KEY (person_id, tag), CONSTRAINT fk_person_tags_person_id_people FOREIGN
  KEY(person_id) REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE reason_themes ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, name VARCHAR NOT
  NULL, in_purpose BOOLEAN NOT NULL, at_joining INTEGER NOT NULL, CONSTRAINT pk_reason_themes
  PRIMARY KEY (id), CONSTRAINT uq_reason_themes_community_id_name UNIQUE (community_id, name),
  CONSTRAINT fk_reason_themes_community_id_communities FOREIGN KEY(community_id) REFERENCES
  communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE rhythms ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, name VARCHAR NOT NULL,
  words VARCHAR NOT NULL, rule VARCHAR NOT NULL, starts_at TIME, minutes INTEGER, CONSTRAINT
  pk_rhythms PRIMARY KEY (id), CONSTRAINT fk_rhythms_community_id_communities FOREIGN
  KEY(community_id) REFERENCES communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_rhythms_community_id ON rhythms (community_id)

CREATE TABLE said_and_done ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, wave_number
  INTEGER NOT NULL, position INTEGER NOT NULL, said VARCHAR NOT NULL, did VARCHAR NOT NULL, done_on
  DATE, CONSTRAINT pk_said_and_done PRIMARY KEY (id), CONSTRAINT
  fk_said_and_done_community_id_communities FOREIGN KEY(community_id) REFERENCES communities (id) ON
  DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_said_and_done_community_id ON said_and_done (community_id)

CREATE TABLE sealed_rounds ( "key" BLOB NOT NULL, asking_id INTEGER NOT NULL, box BLOB NOT NULL,
  CONSTRAINT pk_sealed_rounds PRIMARY KEY ("key"), CONSTRAINT fk_sealed_rounds_asking_id_askings
  FOREIGN KEY(asking_id) REFERENCES askings (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )
  WITHOUT ROWID

CREATE TABLE seasons ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, name VARCHAR NOT NULL,
  first_on DATE NOT NULL, last_on DATE NOT NULL, country VARCHAR NOT NULL, region VARCHAR NOT NULL,
  on_day_off VARCHAR(20) NOT NULL, CONSTRAINT pk_seasons PRIMARY KEY (id), CONSTRAINT
  fk_seasons_community_id_communities FOREIGN KEY(community_id) REFERENCES communities (id) ON
  DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT ck_seasons_ondayoff CHECK (on_day_off IN
  ('skip', 'next working day', 'keep')) )

CREATE INDEX ix_seasons_community_id ON seasons (community_id)

CREATE TABLE stories ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, person_id INTEGER,
  title VARCHAR NOT NULL, activity VARCHAR NOT NULL, insight VARCHAR NOT NULL, attempt VARCHAR NOT
  NULL, result VARCHAR NOT NULL, evidence VARCHAR NOT NULL, evidence_grade VARCHAR(20), value
  VARCHAR(20) NOT NULL, may_be_told BOOLEAN NOT NULL, told_on DATE NOT NULL, ask_again_on DATE,
  CONSTRAINT pk_stories PRIMARY KEY (id), CONSTRAINT fk_stories_community_id_communities FOREIGN
  KEY(community_id) REFERENCES communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_stories_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE SET
  NULL DEFERRABLE INITIALLY DEFERRED, CONSTRAINT ck_stories_evidence CHECK (evidence_grade IN
  ('told', 'seen by another', 'counted')), CONSTRAINT ck_stories_storyvalue CHECK (value IN
  ('immediate', 'potential', 'applied', 'realised', 'reframed')) )

CREATE INDEX ix_stories_community_day ON stories (community_id, told_on)

CREATE TABLE waves ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, asking_id INTEGER NOT
  NULL, instrument_id VARCHAR NOT NULL, label VARCHAR NOT NULL, state VARCHAR(20) NOT NULL,
  opened_on DATE, closes_on DATE, closed_on DATE, invited INTEGER, minimum_group INTEGER NOT NULL,
  change_that_matters DOUBLE, can_find DOUBLE, can_find_said VARCHAR NOT NULL, from_laptop INTEGER
  NOT NULL, from_paper INTEGER NOT NULL, from_file INTEGER NOT NULL, CONSTRAINT pk_waves PRIMARY KEY
  (id), CONSTRAINT uq_waves_community_id_instrument_id_label UNIQUE (community_id, instrument_id,
  label), CONSTRAINT ck_waves_minimum_group CHECK (minimum_group >= 5), CONSTRAINT ck_waves_invited
  CHECK (invited IS NULL OR invited >= 0), CONSTRAINT ck_waves_counted_means CHECK (from_laptop >= 0
  AND from_paper >= 0 AND from_file >= 0), CONSTRAINT fk_waves_asking_id_askings FOREIGN
  KEY(asking_id) REFERENCES askings (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT
  fk_waves_instrument_id_instruments FOREIGN KEY(instrument_id) REFERENCES instruments (id) ON
  DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED, CONSTRAINT ck_waves_wavestate CHECK (state IN
  ('planned', 'open', 'closed')) )

CREATE INDEX ix_waves_asking_id ON waves (asking_id)

CREATE TABLE answer_comments ( "key" BLOB NOT NULL, wave_id INTEGER NOT NULL, text VARCHAR NOT
  NULL, decision VARCHAR(20) NOT NULL, CONSTRAINT pk_answer_comments PRIMARY KEY ("key"), CONSTRAINT
  fk_answer_comments_wave_id_waves FOREIGN KEY(wave_id) REFERENCES waves (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED, CONSTRAINT ck_answer_comments_commentdecision CHECK (decision IN
  ('waiting', 'shown', 'held back')) ) WITHOUT ROWID

CREATE TABLE answer_sheets ( "key" BLOB NOT NULL, wave_id INTEGER NOT NULL, answers VARCHAR NOT
  NULL, department VARCHAR, attended VARCHAR(20), link BLOB, CONSTRAINT pk_answer_sheets PRIMARY KEY
  ("key"), CONSTRAINT fk_answer_sheets_wave_id_waves FOREIGN KEY(wave_id) REFERENCES waves (id) ON
  DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT ck_answer_sheets_attended CHECK (attended
  IN ('0', '1-2', '3+')) ) WITHOUT ROWID

CREATE TABLE chart_notes ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, series VARCHAR(20)
  NOT NULL, figure_id INTEGER, noted_on DATE NOT NULL, text VARCHAR NOT NULL, CONSTRAINT
  pk_chart_notes PRIMARY KEY (id), CONSTRAINT ck_chart_notes_figure CHECK ((series = 'figure') =
  (figure_id IS NOT NULL)), CONSTRAINT fk_chart_notes_community_id_communities FOREIGN
  KEY(community_id) REFERENCES communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_chart_notes_chartseries CHECK (series IN ('safety', 'loneliness', 'belonging',
  'transfer', 'other', 'attendance', 'contributions', 'figure')), CONSTRAINT
  fk_chart_notes_figure_id_business_figures FOREIGN KEY(figure_id) REFERENCES business_figures (id)
  ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_chart_notes_community_day ON chart_notes (community_id, noted_on)

CREATE TABLE figure_months ( figure_id INTEGER NOT NULL, month DATE NOT NULL, value DOUBLE NOT
  NULL, CONSTRAINT pk_figure_months PRIMARY KEY (figure_id, month), CONSTRAINT
  fk_figure_months_figure_id_business_figures FOREIGN KEY(figure_id) REFERENCES business_figures
  (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE frozen_changes ( earlier_id INTEGER NOT NULL, later_id INTEGER NOT NULL, figures
  VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, CONSTRAINT pk_frozen_changes PRIMARY KEY (earlier_id,
  later_id), CONSTRAINT fk_frozen_changes_earlier_id_waves FOREIGN KEY(earlier_id) REFERENCES waves
  (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_frozen_changes_later_id_waves
  FOREIGN KEY(later_id) REFERENCES waves (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE frozen_figures ( wave_id INTEGER NOT NULL, figures VARCHAR NOT NULL, sha256 VARCHAR
  NOT NULL, CONSTRAINT pk_frozen_figures PRIMARY KEY (wave_id), CONSTRAINT
  fk_frozen_figures_wave_id_waves FOREIGN KEY(wave_id) REFERENCES waves (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE frozen_growths ( wave_id INTEGER NOT NULL, figures VARCHAR NOT NULL, sha256 VARCHAR
  NOT NULL, CONSTRAINT pk_frozen_growths PRIMARY KEY (wave_id), CONSTRAINT
  fk_frozen_growths_wave_id_waves FOREIGN KEY(wave_id) REFERENCES waves (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE memberships ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, person_id INTEGER
  NOT NULL, role VARCHAR(20) NOT NULL, joined_on DATE, left_on DATE, reason_to_join VARCHAR NOT
  NULL, reason_theme_id INTEGER, reason_to_leave VARCHAR NOT NULL, CONSTRAINT pk_memberships PRIMARY
  KEY (id), CONSTRAINT uq_memberships_community_id_person_id_joined_on UNIQUE (community_id,
  person_id, joined_on), CONSTRAINT ck_memberships_order CHECK (left_on IS NULL OR joined_on IS NULL
  OR left_on >= joined_on), CONSTRAINT fk_memberships_community_id_communities FOREIGN
  KEY(community_id) REFERENCES communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_memberships_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT ck_memberships_role CHECK (role IN ('member',
  'core', 'sponsor', 'co-host', 'guest')), CONSTRAINT fk_memberships_reason_theme_id_reason_themes
  FOREIGN KEY(reason_theme_id) REFERENCES reason_themes (id) ON DELETE SET NULL DEFERRABLE INITIALLY
  DEFERRED )

CREATE INDEX ix_memberships_person ON memberships (person_id)

CREATE TABLE series ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, season_id INTEGER, name
  VARCHAR NOT NULL, rule VARCHAR NOT NULL, starts TIME, minutes INTEGER, template VARCHAR NOT NULL,
  place VARCHAR NOT NULL, CONSTRAINT pk_series PRIMARY KEY (id), CONSTRAINT
  fk_series_community_id_communities FOREIGN KEY(community_id) REFERENCES communities (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_series_season_id_seasons FOREIGN
  KEY(season_id) REFERENCES seasons (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_series_community_id ON series (community_id)

CREATE INDEX ix_series_season_id ON series (season_id)

CREATE TABLE settled_alarms ( wave_id INTEGER NOT NULL, alarm VARCHAR NOT NULL, reason VARCHAR NOT
  NULL, settled_on DATE NOT NULL, CONSTRAINT pk_settled_alarms PRIMARY KEY (wave_id, alarm),
  CONSTRAINT fk_settled_alarms_wave_id_waves FOREIGN KEY(wave_id) REFERENCES waves (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE usual_ranges ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, series VARCHAR(20)
  NOT NULL, figure_id INTEGER, first_on DATE NOT NULL, last_on DATE NOT NULL, reason VARCHAR NOT
  NULL, set_on DATE NOT NULL, CONSTRAINT pk_usual_ranges PRIMARY KEY (id), CONSTRAINT
  ck_usual_ranges_order CHECK (last_on >= first_on), CONSTRAINT ck_usual_ranges_figure CHECK
  ((series = 'figure') = (figure_id IS NOT NULL)), CONSTRAINT
  fk_usual_ranges_community_id_communities FOREIGN KEY(community_id) REFERENCES communities (id) ON
  DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT ck_usual_ranges_chartseries CHECK (series
  IN ('safety', 'loneliness', 'belonging', 'transfer', 'other', 'attendance', 'contributions',
  'figure')), CONSTRAINT fk_usual_ranges_figure_id_business_figures FOREIGN KEY(figure_id)
  REFERENCES business_figures (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_usual_ranges_community_series ON usual_ranges (community_id, series)

CREATE TABLE sessions ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, series_id INTEGER,
  season_id INTEGER, goal_id INTEGER, uid VARCHAR NOT NULL, title VARCHAR NOT NULL, kind VARCHAR NOT
  NULL, starts_at DATETIME NOT NULL, minutes INTEGER NOT NULL, zone VARCHAR NOT NULL, place VARCHAR
  NOT NULL, state VARCHAR(20) NOT NULL, head_count INTEGER, marking_started_at DATETIME, note
  VARCHAR NOT NULL, revision INTEGER NOT NULL, changed_at DATETIME, CONSTRAINT pk_sessions PRIMARY
  KEY (id), CONSTRAINT ck_sessions_minutes CHECK (minutes > 0), CONSTRAINT ck_sessions_head_count
  CHECK (head_count IS NULL OR head_count >= 0), CONSTRAINT fk_sessions_community_id_communities
  FOREIGN KEY(community_id) REFERENCES communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY
  DEFERRED, CONSTRAINT fk_sessions_series_id_series FOREIGN KEY(series_id) REFERENCES series (id) ON
  DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_sessions_season_id_seasons FOREIGN
  KEY(season_id) REFERENCES seasons (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_sessions_goal_id_goals FOREIGN KEY(goal_id) REFERENCES goals (id) ON DELETE SET NULL
  DEFERRABLE INITIALLY DEFERRED, CONSTRAINT uq_sessions_uid UNIQUE (uid), CONSTRAINT
  ck_sessions_sessionstate CHECK (state IN ('planned', 'held', 'cancelled')) )

CREATE INDEX ix_sessions_community_start ON sessions (community_id, starts_at)

CREATE TABLE attendance_files ( id INTEGER NOT NULL, session_id INTEGER NOT NULL, content_hash
  VARCHAR NOT NULL, recognised_as VARCHAR NOT NULL, name VARCHAR NOT NULL, keeps_times BOOLEAN NOT
  NULL, min_minutes DOUBLE, late_after DOUBLE, taken_at DATETIME NOT NULL, CONSTRAINT
  pk_attendance_files PRIMARY KEY (id), CONSTRAINT uq_attendance_files_session_id_content_hash
  UNIQUE (session_id, content_hash), CONSTRAINT fk_attendance_files_session_id_sessions FOREIGN
  KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE attendance_marks ( session_id INTEGER NOT NULL, person_id INTEGER NOT NULL, mark
  VARCHAR(20) NOT NULL, arrived_at TIME, minutes DOUBLE, source VARCHAR NOT NULL, CONSTRAINT
  pk_attendance_marks PRIMARY KEY (session_id, person_id), CONSTRAINT
  fk_attendance_marks_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_attendance_marks_person_id_people FOREIGN
  KEY(person_id) REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT
  ck_attendance_marks_mark CHECK (mark IN ('present', 'part', 'excused', 'absent', 'unknown')) )

CREATE INDEX ix_attendance_marks_person ON attendance_marks (person_id)

CREATE TABLE blocks ( id INTEGER NOT NULL, session_id INTEGER NOT NULL, within_id INTEGER, track
  INTEGER, position INTEGER NOT NULL, title VARCHAR NOT NULL, kind VARCHAR(20) NOT NULL, minutes
  INTEGER NOT NULL, locked_start TIME, method VARCHAR NOT NULL, lead VARCHAR NOT NULL, grouping
  VARCHAR NOT NULL, to_say VARCHAR NOT NULL, materials VARCHAR NOT NULL, remote VARCHAR NOT NULL,
  CONSTRAINT pk_blocks PRIMARY KEY (id), CONSTRAINT ck_blocks_minutes CHECK (minutes >= 0),
  CONSTRAINT ck_blocks_track CHECK ((within_id IS NULL) = (track IS NULL)), CONSTRAINT
  fk_blocks_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_blocks_within_id_blocks FOREIGN KEY(within_id)
  REFERENCES blocks (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT
  ck_blocks_blockkind CHECK (kind IN ('connect', 'frame', 'input', 'exchange', 'practise', 'commit',
  'break')) )

CREATE INDEX ix_blocks_session_position ON blocks (session_id, position)

CREATE INDEX ix_blocks_within ON blocks (within_id, track)

CREATE TABLE contributions ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, session_id
  INTEGER, giver_id INTEGER NOT NULL, kind VARCHAR(20) NOT NULL, own_kind_id INTEGER, text VARCHAR
  NOT NULL, given_on DATE NOT NULL, answered_on DATE, CONSTRAINT pk_contributions PRIMARY KEY (id),
  CONSTRAINT fk_contributions_community_id_communities FOREIGN KEY(community_id) REFERENCES
  communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT
  fk_contributions_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE
  SET NULL DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_contributions_giver_id_people FOREIGN
  KEY(giver_id) REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT
  ck_contributions_contributionkind CHECK (kind IN ('question', 'answer', 'story', 'resource',
  'challenge', 'experiment', 'feedback', 'help', 'hosting')), CONSTRAINT
  fk_contributions_own_kind_id_own_kinds FOREIGN KEY(own_kind_id) REFERENCES own_kinds (id) ON
  DELETE SET NULL DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_contributions_community_day ON contributions (community_id, given_on)

CREATE INDEX ix_contributions_giver_id ON contributions (giver_id)

CREATE INDEX ix_contributions_own_kind_id ON contributions (own_kind_id)

CREATE INDEX ix_contributions_session_id ON contributions (session_id)

CREATE TABLE debriefs ( session_id INTEGER NOT NULL, worked VARCHAR NOT NULL, differently VARCHAR
  NOT NULL, carry_over VARCHAR NOT NULL, written_at DATETIME NOT NULL, CONSTRAINT pk_debriefs
  PRIMARY KEY (session_id), CONSTRAINT fk_debriefs_session_id_sessions FOREIGN KEY(session_id)
  REFERENCES sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE expected ( session_id INTEGER NOT NULL, person_id INTEGER NOT NULL, CONSTRAINT
  pk_expected PRIMARY KEY (session_id, person_id), CONSTRAINT fk_expected_session_id_sessions
  FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_expected_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_expected_person ON expected (person_id)

CREATE TABLE on_screen ( session_id INTEGER NOT NULL, person_id INTEGER NOT NULL, CONSTRAINT
  pk_on_screen PRIMARY KEY (session_id, person_id), CONSTRAINT fk_on_screen_session_id_sessions
  FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_on_screen_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE pre_work ( id INTEGER NOT NULL, session_id INTEGER NOT NULL, position INTEGER NOT
  NULL, text VARCHAR NOT NULL, who VARCHAR NOT NULL, minutes INTEGER, days_before INTEGER NOT NULL,
  material VARCHAR NOT NULL, CONSTRAINT pk_pre_work PRIMARY KEY (id), CONSTRAINT ck_pre_work_minutes
  CHECK (minutes > 0), CONSTRAINT ck_pre_work_days_before CHECK (days_before >= 0), CONSTRAINT
  fk_pre_work_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_pre_work_session_position ON pre_work (session_id, position)

CREATE TABLE promises ( id INTEGER NOT NULL, community_id INTEGER NOT NULL, person_id INTEGER,
  about_person_id INTEGER, session_id INTEGER, text VARCHAR NOT NULL, made_on DATE NOT NULL, due_on
  DATE, state VARCHAR(20) NOT NULL, settled_on DATE, outcome VARCHAR NOT NULL, follows_id INTEGER,
  CONSTRAINT pk_promises PRIMARY KEY (id), CONSTRAINT fk_promises_community_id_communities FOREIGN
  KEY(community_id) REFERENCES communities (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_promises_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_promises_about_person_id_people FOREIGN
  KEY(about_person_id) REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_promises_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON
  DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, CONSTRAINT ck_promises_promisestate CHECK (state IN
  ('open', 'kept', 'not kept', 'changed')), CONSTRAINT fk_promises_follows_id_promises FOREIGN
  KEY(follows_id) REFERENCES promises (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_promises_community_due ON promises (community_id, due_on)

CREATE INDEX ix_promises_person_id ON promises (person_id)

CREATE TABLE session_runs ( session_id INTEGER NOT NULL, started_at DATETIME NOT NULL, paused_at
  DATETIME, ended_at DATETIME, CONSTRAINT pk_session_runs PRIMARY KEY (session_id), CONSTRAINT
  fk_session_runs_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE attendance_lines ( id INTEGER NOT NULL, file_id INTEGER NOT NULL, person_id INTEGER
  NOT NULL, name VARCHAR NOT NULL, email VARCHAR NOT NULL, how VARCHAR NOT NULL, unplaced_minutes
  DOUBLE, stated_minutes DOUBLE, CONSTRAINT pk_attendance_lines PRIMARY KEY (id), CONSTRAINT
  fk_attendance_lines_file_id_attendance_files FOREIGN KEY(file_id) REFERENCES attendance_files (id)
  ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_attendance_lines_person_id_people
  FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_attendance_lines_file_id ON attendance_lines (file_id)

CREATE INDEX ix_attendance_lines_person ON attendance_lines (person_id)

CREATE TABLE block_runs ( id INTEGER NOT NULL, session_id INTEGER NOT NULL, block_id INTEGER,
  within_id INTEGER, track INTEGER, position INTEGER NOT NULL, title VARCHAR NOT NULL, method
  VARCHAR NOT NULL, planned_minutes INTEGER NOT NULL, extra_minutes INTEGER NOT NULL, pause_seconds
  DOUBLE NOT NULL, started_at DATETIME NOT NULL, ended_at DATETIME, CONSTRAINT pk_block_runs PRIMARY
  KEY (id), CONSTRAINT fk_block_runs_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions
  (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_block_runs_block_id_blocks
  FOREIGN KEY(block_id) REFERENCES blocks (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_block_runs_within_id_blocks FOREIGN KEY(within_id) REFERENCES blocks (id) ON DELETE
  SET NULL DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_block_runs_session ON block_runs (session_id, position)

CREATE TABLE block_values ( block_id INTEGER NOT NULL, column_id INTEGER NOT NULL, text VARCHAR
  NOT NULL, CONSTRAINT pk_block_values PRIMARY KEY (block_id, column_id), CONSTRAINT
  fk_block_values_block_id_blocks FOREIGN KEY(block_id) REFERENCES blocks (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_block_values_column_id_block_columns FOREIGN
  KEY(column_id) REFERENCES block_columns (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE contribution_receivers ( contribution_id INTEGER NOT NULL, person_id INTEGER NOT
  NULL, CONSTRAINT pk_contribution_receivers PRIMARY KEY (contribution_id, person_id), CONSTRAINT
  fk_contribution_receivers_contribution_id_contributions FOREIGN KEY(contribution_id) REFERENCES
  contributions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, CONSTRAINT
  fk_contribution_receivers_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE contribution_tags ( contribution_id INTEGER NOT NULL, tag VARCHAR NOT NULL,
  CONSTRAINT pk_contribution_tags PRIMARY KEY (contribution_id, tag), CONSTRAINT
  fk_contribution_tags_contribution_id_contributions FOREIGN KEY(contribution_id) REFERENCES
  contributions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE draws ( id INTEGER NOT NULL, session_id INTEGER NOT NULL, block_id INTEGER, room_size
  INTEGER NOT NULL, made_at DATETIME NOT NULL, CONSTRAINT pk_draws PRIMARY KEY (id), CONSTRAINT
  fk_draws_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
  DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_draws_block_id_blocks FOREIGN KEY(block_id)
  REFERENCES blocks (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_draws_session_id ON draws (session_id)

CREATE TABLE tracks ( block_id INTEGER NOT NULL, number INTEGER NOT NULL, name VARCHAR NOT NULL,
  place VARCHAR NOT NULL, lead VARCHAR NOT NULL, CONSTRAINT pk_tracks PRIMARY KEY (block_id,
  number), CONSTRAINT fk_tracks_block_id_blocks FOREIGN KEY(block_id) REFERENCES blocks (id) ON
  DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE attendance_stays ( line_id INTEGER NOT NULL, starts_at DATETIME NOT NULL, ends_at
  DATETIME NOT NULL, CONSTRAINT pk_attendance_stays PRIMARY KEY (line_id, starts_at), CONSTRAINT
  ck_attendance_stays_order CHECK (ends_at >= starts_at), CONSTRAINT
  fk_attendance_stays_line_id_attendance_lines FOREIGN KEY(line_id) REFERENCES attendance_lines (id)
  ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE TABLE rooms ( id INTEGER NOT NULL, draw_id INTEGER NOT NULL, position INTEGER NOT NULL,
  name VARCHAR NOT NULL, place VARCHAR NOT NULL, on_screen BOOLEAN NOT NULL, CONSTRAINT pk_rooms
  PRIMARY KEY (id), CONSTRAINT fk_rooms_draw_id_draws FOREIGN KEY(draw_id) REFERENCES draws (id) ON
  DELETE CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_rooms_draw_id ON rooms (draw_id)

CREATE TABLE seats ( room_id INTEGER NOT NULL, person_id INTEGER NOT NULL, pinned BOOLEAN NOT
  NULL, CONSTRAINT pk_seats PRIMARY KEY (room_id, person_id), CONSTRAINT fk_seats_room_id_rooms
  FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_seats_person_id_people FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE
  CASCADE DEFERRABLE INITIALLY DEFERRED )

CREATE INDEX ix_seats_person ON seats (person_id)
