# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'new_report.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize)
from PySide6.QtWidgets import (QComboBox, QFormLayout,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout)

class Ui_NewReport(object):
    def setupUi(self, NewReport):
        if not NewReport.objectName():
            NewReport.setObjectName(u"NewReport")
        self.outer = QVBoxLayout(NewReport)
        self.outer.setSpacing(16)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.organ_label = QLabel(NewReport)
        self.organ_label.setObjectName(u"organ_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.organ_label)

        self.organ = QLineEdit(NewReport)
        self.organ.setObjectName(u"organ")
        self.organ.setMinimumSize(QSize(340, 0))
        self.organ.setMaxLength(120)

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.organ)

        self.year_label = QLabel(NewReport)
        self.year_label.setObjectName(u"year_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.year_label)

        self.year = QSpinBox(NewReport)
        self.year.setObjectName(u"year")
        self.year.setMaximum(2099)

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.year)

        self.level_label = QLabel(NewReport)
        self.level_label.setObjectName(u"level_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.level_label)

        self.level = QComboBox(NewReport)
        self.level.setObjectName(u"level")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.level)


        self.outer.addLayout(self.form)

        self.preview = QLabel(NewReport)
        self.preview.setObjectName(u"preview")
        self.preview.setWordWrap(True)

        self.outer.addWidget(self.preview)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(NewReport)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)

        self.cancel = QPushButton(NewReport)
        self.cancel.setObjectName(u"cancel")

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)

#if QT_CONFIG(shortcut)
        self.organ_label.setBuddy(self.organ)
        self.year_label.setBuddy(self.year)
        self.level_label.setBuddy(self.level)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(NewReport)
        self.ok.clicked.connect(NewReport.accept)
        self.cancel.clicked.connect(NewReport.reject)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(NewReport)
    # setupUi

    def retranslateUi(self, NewReport):
        NewReport.setWindowTitle(QCoreApplication.translate("NewReport", u"\u65b0\u5efa\u7a7a\u767d\u5e74\u62a5", None))
        self.organ_label.setText(QCoreApplication.translate("NewReport", u"\u673a\u5173\u540d\u79f0", None))
        self.organ.setPlaceholderText(QCoreApplication.translate("NewReport", u"\u5199\u5168\u79f0\uff0c\u5982\uff1a\u4e91\u6eaa\u53bf\u6863\u6848\u5c40", None))
        self.year_label.setText(QCoreApplication.translate("NewReport", u"\u5e74\u5ea6", None))
        self.year.setSuffix(QCoreApplication.translate("NewReport", u" \u5e74", None))
        self.level_label.setText(QCoreApplication.translate("NewReport", u"\u673a\u5173\u7c7b\u522b", None))
        self.ok.setText(QCoreApplication.translate("NewReport", u"\u65b0\u5efa", None))
        self.cancel.setText(QCoreApplication.translate("NewReport", u"\u53d6\u6d88", None))
    # retranslateUi

