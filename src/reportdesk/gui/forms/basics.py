# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'basics.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QComboBox, QFormLayout, QFrame,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)

class Ui_Basics(object):
    def setupUi(self, Basics):
        if not Basics.objectName():
            Basics.setObjectName(u"Basics")
        self.outer = QHBoxLayout(Basics)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(24, 20, 24, 20)
        self.column = QWidget(Basics)
        self.column.setObjectName(u"column")
        self.column.setMaximumSize(QSize(760, 16777215))
        self.column_layout = QVBoxLayout(self.column)
        self.column_layout.setSpacing(12)
        self.column_layout.setObjectName(u"column_layout")
        self.column_layout.setContentsMargins(0, 0, 0, 0)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignVCenter)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.organ_label = QLabel(self.column)
        self.organ_label.setObjectName(u"organ_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.organ_label)

        self.organ = QLineEdit(self.column)
        self.organ.setObjectName(u"organ")
        self.organ.setMaxLength(120)

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.organ)

        self.level_label = QLabel(self.column)
        self.level_label.setObjectName(u"level_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.level_label)

        self.level_row = QHBoxLayout()
        self.level_row.setSpacing(12)
        self.level_row.setObjectName(u"level_row")
        self.level = QComboBox(self.column)
        self.level.setObjectName(u"level")

        self.level_row.addWidget(self.level)

        self.deadline = QLabel(self.column)
        self.deadline.setObjectName(u"deadline")

        self.level_row.addWidget(self.deadline)

        self.level_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.level_row.addItem(self.level_gap)


        self.form.setLayout(1, QFormLayout.ItemRole.FieldRole, self.level_row)

        self.year_label = QLabel(self.column)
        self.year_label.setObjectName(u"year_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.year_label)

        self.year_row = QHBoxLayout()
        self.year_row.setSpacing(12)
        self.year_row.setObjectName(u"year_row")
        self.year = QSpinBox(self.column)
        self.year.setObjectName(u"year")
        self.year.setMaximum(2099)
        self.year.setKeyboardTracking(False)

        self.year_row.addWidget(self.year)

        self.year_note = QLabel(self.column)
        self.year_note.setObjectName(u"year_note")
        self.year_note.setWordWrap(True)

        self.year_row.addWidget(self.year_note)

        self.year_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.year_row.addItem(self.year_gap)


        self.form.setLayout(2, QFormLayout.ItemRole.FieldRole, self.year_row)

        self.title_label = QLabel(self.column)
        self.title_label.setObjectName(u"title_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.title_label)

        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(8)
        self.title_row.setObjectName(u"title_row")
        self.title = QLineEdit(self.column)
        self.title.setObjectName(u"title")
        self.title.setMaxLength(200)

        self.title_row.addWidget(self.title)

        self.follow = QPushButton(self.column)
        self.follow.setObjectName(u"follow")

        self.title_row.addWidget(self.follow)


        self.form.setLayout(3, QFormLayout.ItemRole.FieldRole, self.title_row)

        self.signature_label = QLabel(self.column)
        self.signature_label.setObjectName(u"signature_label")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.signature_label)

        self.signature_organ = QLineEdit(self.column)
        self.signature_organ.setObjectName(u"signature_organ")
        self.signature_organ.setMaxLength(120)

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.signature_organ)

        self.date_label = QLabel(self.column)
        self.date_label.setObjectName(u"date_label")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.date_label)

        self.date_row = QHBoxLayout()
        self.date_row.setSpacing(8)
        self.date_row.setObjectName(u"date_row")
        self.date = QLineEdit(self.column)
        self.date.setObjectName(u"date")
        self.date.setMinimumSize(QSize(180, 0))

        self.date_row.addWidget(self.date)

        self.calendar = QPushButton(self.column)
        self.calendar.setObjectName(u"calendar")

        self.date_row.addWidget(self.calendar)

        self.date_refusal = QLabel(self.column)
        self.date_refusal.setObjectName(u"date_refusal")
        self.date_refusal.setWordWrap(True)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.date_refusal.sizePolicy().hasHeightForWidth())
        self.date_refusal.setSizePolicy(sizePolicy)

        self.date_row.addWidget(self.date_refusal)

        self.date_gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.date_row.addItem(self.date_gap)


        self.form.setLayout(5, QFormLayout.ItemRole.FieldRole, self.date_row)

        self.last_label = QLabel(self.column)
        self.last_label.setObjectName(u"last_label")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.last_label)

        self.last = QLabel(self.column)
        self.last.setObjectName(u"last")
        self.last.setWordWrap(True)

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.last)


        self.column_layout.addLayout(self.form)

        self.line = QFrame(self.column)
        self.line.setObjectName(u"line")
        self.line.setFrameShape(QFrame.Shape.HLine)
        self.line.setFrameShadow(QFrame.Shadow.Sunken)

        self.column_layout.addWidget(self.line)

        self.intro_label = QLabel(self.column)
        self.intro_label.setObjectName(u"intro_label")

        self.column_layout.addWidget(self.intro_label)

        self.intro_place = QWidget(self.column)
        self.intro_place.setObjectName(u"intro_place")
        self.intro_layout = QVBoxLayout(self.intro_place)
        self.intro_layout.setObjectName(u"intro_layout")
        self.intro_layout.setContentsMargins(0, 0, 0, 0)

        self.column_layout.addWidget(self.intro_place)

        self.column_layout.setStretch(3, 1)

        self.outer.addWidget(self.column)

#if QT_CONFIG(shortcut)
        self.organ_label.setBuddy(self.organ)
        self.level_label.setBuddy(self.level)
        self.year_label.setBuddy(self.year)
        self.title_label.setBuddy(self.title)
        self.signature_label.setBuddy(self.signature_organ)
        self.date_label.setBuddy(self.date)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.organ, self.level)
        QWidget.setTabOrder(self.level, self.year)
        QWidget.setTabOrder(self.year, self.title)
        QWidget.setTabOrder(self.title, self.follow)
        QWidget.setTabOrder(self.follow, self.signature_organ)
        QWidget.setTabOrder(self.signature_organ, self.date)
        QWidget.setTabOrder(self.date, self.calendar)

        self.retranslateUi(Basics)

        QMetaObject.connectSlotsByName(Basics)
    # setupUi

    def retranslateUi(self, Basics):
        self.organ_label.setText(QCoreApplication.translate("Basics", u"\u673a\u5173\u540d\u79f0", None))
        self.organ.setPlaceholderText(QCoreApplication.translate("Basics", u"\u5199\u5168\u79f0\uff0c\u5982\uff1a\u4e91\u6eaa\u53bf\u6863\u6848\u5c40", None))
        self.level_label.setText(QCoreApplication.translate("Basics", u"\u673a\u5173\u7c7b\u522b", None))
        self.year_label.setText(QCoreApplication.translate("Basics", u"\u5e74\u5ea6", None))
        self.year.setSuffix(QCoreApplication.translate("Basics", u" \u5e74", None))
        self.title_label.setText(QCoreApplication.translate("Basics", u"\u6807\u9898", None))
        self.follow.setText(QCoreApplication.translate("Basics", u"\u6062\u590d\u81ea\u52a8", None))
#if QT_CONFIG(tooltip)
        self.follow.setToolTip(QCoreApplication.translate("Basics", u"\u6807\u9898\u91cd\u65b0\u968f\u673a\u5173\u540d\u79f0\u548c\u5e74\u5ea6\u53d8\u5316", None))
#endif // QT_CONFIG(tooltip)
        self.signature_label.setText(QCoreApplication.translate("Basics", u"\u843d\u6b3e\u673a\u5173", None))
        self.date_label.setText(QCoreApplication.translate("Basics", u"\u843d\u6b3e\u65e5\u671f", None))
        self.date.setPlaceholderText(QCoreApplication.translate("Basics", u"\u5982 2025-1-8 \u6216 2025\u5e741\u67088\u65e5", None))
        self.calendar.setText(QCoreApplication.translate("Basics", u"\u65e5\u5386\u2026", None))
        self.last_label.setText(QCoreApplication.translate("Basics", u"\u4e0a\u5e74\u5e74\u62a5", None))
        self.intro_label.setText(QCoreApplication.translate("Basics", u"\u5f15\u8a00\uff1a\u5370\u5728\u6807\u9898\u548c\u7b2c\u4e00\u90e8\u5206\u4e4b\u95f4\uff0c\u53ef\u4ee5\u4e0d\u5199", None))
        pass
    # retranslateUi

